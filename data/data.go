// Package data is what ships inside the binary: the vocabulary of the graph and
// its JSON-LD context, gazetteers of actors and instruments, the cue lists of
// the rules, the language model and a sample document. It holds no code that
// reads them and imports nothing of ours, so that any package may import it.
package data

import "embed"

// FS holds every file of this folder under its own name ("english.model",
// "actors/states.tsv"). The pattern takes in whatever is there, so the package
// builds in a checkout whose model has not been trained yet; the reader of a
// file says what to do when it is missing.
//
//go:embed *
var FS embed.FS

// Notices names the files with the licences and sources of the language model
// and the word lists.
func Notices() []string { return []string{"english.LICENSE.md", "actors/README.md"} }
