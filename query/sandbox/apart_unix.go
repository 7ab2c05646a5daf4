//go:build unix

package sandbox

import "syscall"

// apart keeps signals of the terminal from the workers: who is interrupted
// decides what becomes of them.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
