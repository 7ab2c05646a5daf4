package wordlist

import "io/fs"

// EachDeontic calls visit with each wording of duty in the list that texts and
// questions are read by: its form (modal, verb, be, have, it), the wording and the
// force that it amounts to.
func EachDeontic(fsys fs.FS, visit func(form, wording, force string) error) error {
	return Each(fsys, "cues/deontics.tsv", 3, func(column []string) error { return visit(column[0], column[1], column[2]) })
}
