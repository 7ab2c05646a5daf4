package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"mandate/ingest/english"
)

// rules is the version of the code that reads texts: raised with every change
// of what is read out of them.
const rules = "3"

// Extractor is the version of the rules, and of the word lists they go by, that
// stands in every document read with them.
func (p *Pipeline) Extractor() string { return p.version }

// Model is the version of the language model, likewise.
func (p *Pipeline) Model() string { return p.model.Version() }

// rulesVersion joins the version of the code and a hash of the word lists.
func rulesVersion(data fs.FS) (string, error) {
	hash := sha256.New()
	for _, folder := range []string{"actors", "cues", "instruments"} {
		err := fs.WalkDir(data, folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			list, err := fs.ReadFile(data, path)
			fmt.Fprintf(hash, "%s %d\n%s", path, len(list), list)
			return err
		})
		if err != nil {
			return "", fmt.Errorf("read word lists: %w", err)
		}
	}
	return strings.Join([]string{"mandate", rules, hex.EncodeToString(hash.Sum(nil)[:4])}, "-"), nil
}

// English returns the language model, so that what else reads English need not
// load it again.
func (p *Pipeline) English() *english.Model { return p.model }
