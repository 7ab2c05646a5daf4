// Package postgrestest runs private PostgreSQL servers for tests: in a folder of
// their own, on a free port of this machine, by a user who is not root.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrMissing is returned where PostgreSQL is not installed.
var ErrMissing = errors.New("PostgreSQL is not installed: apt-get install postgresql")

// The owner of the clusters.
const (
	User     = "mandate"
	Password = "open sesame"
)

// Cluster is a running server.
type Cluster struct {
	bin, dir  string
	port      int
	owner     *syscall.Credential // nil: who runs the test
	server    *exec.Cmd
	databases atomic.Int32
}

// Start makes a cluster and starts its server.
func Start() (*Cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin}
	if c.dir, err = os.MkdirTemp("", "mandate-postgres-"); err == nil {
		if err = c.make(); err == nil {
			err = c.Restart()
		}
	}
	if err != nil {
		return nil, errors.Join(err, c.Stop())
	}
	return c, nil
}

// binaries returns the folder of PostgreSQL's programs: Debian keeps them out of
// the path.
func binaries() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", errors.Join(ErrMissing, err)
	}
	return filepath.Dir(found[len(found)-1]), nil
}

func (c *Cluster) make() error {
	if os.Geteuid() == 0 {
		if err := c.giveAway(); err != nil {
			return err
		}
	}
	password := filepath.Join(c.dir, "password")
	if err := os.WriteFile(password, []byte(Password+"\n"), 0o644); err != nil {
		return err
	}
	initdb := c.command("initdb", "--no-sync", "--encoding=UTF8", "--locale=C", "--username="+User, "--pwfile="+password,
		"--auth=scram-sha-256", "--pgdata="+c.data())
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return nil
}

// giveAway gives the folder to a user under whom the server agrees to run.
func (c *Cluster) giveAway() error {
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return err
		}
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return err
	}
	c.owner = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(c.dir, uid, gid)
}

func (c *Cluster) data() string { return filepath.Join(c.dir, "data") }

func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...)
	cmd.Dir = c.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.owner}
	return cmd
}

// Restart stops the server, where it runs, and starts it on the same port.
func (c *Cluster) Restart() error {
	if err := c.Halt(); err != nil {
		return err
	}
	if c.port == 0 {
		free, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		c.port = free.Addr().(*net.TCPAddr).Port
		if err := free.Close(); err != nil {
			return err
		}
	}
	log, err := os.Create(filepath.Join(c.dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	// What is lost with a power cut need not be waited for in a test.
	server := c.command("postgres", "-D", c.data(), "-p", strconv.Itoa(c.port), "-k", c.dir, "-c", "listen_addresses=127.0.0.1",
		"-c", "fsync=off", "-c", "shared_buffers=64MB")
	server.Stdout, server.Stderr = log, log
	if err := server.Start(); err != nil {
		return err
	}
	c.server = server
	return c.wait()
}

// wait waits until the server answers.
func (c *Cluster) wait() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			said, _ := os.ReadFile(filepath.Join(c.dir, "log"))
			return fmt.Errorf("PostgreSQL does not start: %w: %s", err, said)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Halt stops the server; Restart brings it back.
func (c *Cluster) Halt() error {
	if c.server == nil {
		return nil
	}
	server := c.server
	c.server = nil
	if err := server.Process.Signal(syscall.SIGINT); err != nil { // connections are cut
		return err
	}
	return server.Wait()
}

// Stop stops the server and removes all that it kept.
func (c *Cluster) Stop() error { return errors.Join(c.Halt(), os.RemoveAll(c.dir)) }

// URL returns the address of a database.
func (c *Cluster) URL(database string) string {
	u := url.URL{Scheme: "postgres", User: url.UserPassword(User, Password), Host: fmt.Sprintf("127.0.0.1:%d", c.port), Path: database}
	return u.String()
}

// Database makes an empty database, which is gone when the test ends, and
// returns its address.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("test%d", c.databases.Add(1))
	c.Exec(t, "postgres", "CREATE DATABASE "+name)
	t.Cleanup(func() { c.Exec(t, "postgres", "DROP DATABASE "+name+" WITH (FORCE)") })
	return c.URL(name)
}

// Exec runs a statement in a database.
func (c *Cluster) Exec(t testing.TB, database, statement string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, c.URL(database))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		t.Fatal(err)
	}
}
