package main

// contender is one program with one back end.
type contender struct {
	name    string
	program string
	memory  bool                                    // keeps nothing: loads when it is served
	loads   func(store, file string) [][]string     // command lines, one after the other
	serves  func(store, file, host string) []string // one that serves
}

// mandateName is what this program is called among the contenders.
const mandateName = "mandate"

func ours(program string) contender {
	return contender{
		name: mandateName, program: program,
		loads: func(store, file string) [][]string { return [][]string{{"import", "--db", store, file}} },
		serves: func(store, _, host string) []string {
			return []string{"serve", "--db", store, "--listen", host, "--quad-writes"}
		},
	}
}

// cayleyRows is where stock Cayley ends every answer.
const cayleyRows = 100

// stockTimeout lets the slowest queries of key-value stores come to their end.
const stockTimeout = "15m"

// stock is Cayley with its defaults.
func stock(program, backend string) contender {
	store := func(command, path string, more ...string) []string {
		return append([]string{command, "-d", backend, "-a", path}, more...)
	}
	c := contender{
		name: "cayley-" + backend, program: program, memory: backend == "memstore",
		loads: func(path, file string) [][]string {
			return [][]string{store("init", path), store("load", path, "-i", file)}
		},
		serves: func(path, _, host string) []string {
			return store("http", path, "--host", host, "--timeout", stockTimeout)
		},
	}
	if c.memory {
		c.loads = nil
		c.serves = func(_, file, host string) []string {
			return []string{"http", "-d", backend, "-i", file, "--host", host, "--timeout", stockTimeout}
		}
	}
	return c
}
