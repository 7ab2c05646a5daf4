// Command mandate reads policy texts and answers who is responsible for what,
// and which sentence says so. It stands at the end of every import: the app
// wires ingester, store, queries and server together, and each file beside it
// is one command, holding flags and printing only.
package main

import "os"

func main() {
	os.Exit(newApp(os.Stdin, os.Stdout, os.Stderr).run(os.Args[1:]))
}
