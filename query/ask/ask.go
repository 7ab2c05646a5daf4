// Package ask reads a question: the parser that reads documents reads it too, and
// what comes out is a typed query that is shown to whoever asked and looked up in
// the graph by package query. It knows the wordings of questions and of duties, and
// nothing of what the graph holds.
package ask

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"mandate/ingest/english"
	"mandate/query"
)

// MaxQuestion is the longest question, in code points.
const MaxQuestion = 1000

// ErrQuestion says that a text cannot be read as a question; its message says
// why and what to do.
var ErrQuestion = errors.New("not a question that can be read")

// Reader reads questions. It is safe for concurrent use.
type Reader struct {
	model *english.Model
	cues  cues
	alike thesaurus

	wordings []wording
}

// New makes a reader with the word lists of a file system (data.FS).
func New(fsys fs.FS, model *english.Model) (*Reader, error) {
	c, err := readCues(fsys)
	if err != nil {
		return nil, err
	}
	t, err := readThesaurus(fsys)
	return &Reader{model: model, cues: c, alike: t, wordings: c.wordings()}, err
}

// Read says what a question asks for. ErrQuestion where it is empty, too long
// or not in English.
func (r *Reader) Read(text string) (query.Question, error) {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case !utf8.ValidString(text):
		return query.Question{}, fmt.Errorf("%w: it is not UTF-8", ErrQuestion)
	case text == "":
		return query.Question{}, fmt.Errorf("%w: it is empty; ask for instance: who should protect personal data?", ErrQuestion)
	case utf8.RuneCountInString(text) > MaxQuestion:
		return query.Question{}, fmt.Errorf("%w: it is longer than %d characters; ask one thing at a time", ErrQuestion, MaxQuestion)
	}
	rest, place := cutPlace(r.plainly(text))
	parsed := r.parse(rest)
	if foreign(r.model, parsed.Tokens) {
		return query.Question{}, fmt.Errorf("%w: it does not look like English, the one language that is read", ErrQuestion)
	}
	u := understanding{tree: newTree(parsed), cues: &r.cues, alike: r.alike}
	if stance, ok := r.stance(rest); ok {
		u.question = stance
	} else {
		u.read(place)
	}
	u.question.Text, u.question.Doc = text, cmp.Or(place, u.question.Doc)
	r.alike.of(u.tree, &u.question)
	return u.question, nil
}

// stand is a name that the parser knows for one, in place of those that it takes
// for something else.
const stand = "NATO"

// disguised are acronyms that are written like function words.
var disguised = regexp.MustCompile(`\b(?:WHO|IT|US|WE)\b`)

// parse parses a question. Where it is not all in capitals, WHO is a name and
// asks for nothing.
func (r *Reader) parse(text string) english.Sentence {
	names := disguised.FindAllString(text, -1)
	if len(names) == 0 || strings.ToUpper(text) == text || strings.Contains(text, stand) {
		return r.model.Parse(text)
	}
	parsed := r.model.Parse(disguised.ReplaceAllString(text, stand))
	for i := range parsed.Tokens {
		if w := &parsed.Tokens[i]; w.Text == stand && len(names) > 0 {
			w.Text, w.Lemma, names = names[0], names[0], names[1:]
		}
	}
	return parsed
}

// foreign tells a question in another language. Few words say little, so that
// names alone pass.
func foreign(m *english.Model, tokens []english.Token) bool {
	known, words := m.Familiar(tokens)
	return words >= 4 && 2*known < words
}
