package english

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The bounds that a file of a lemmatiser is held to, in bytes.
const (
	lemmaFileLimit  = 4 << 20  // compressed
	lemmaTableLimit = 64 << 20 // as lines of text
)

// errLemmaTable is returned (wrapped) for lemmatiser tables that do not hold
// what WriteTo writes.
var errLemmaTable = errors.New("lemmatiser tables are damaged")

// WriteTo writes the tables: their length (32 bits, little endian), then
// gzipped lines of tab-separated fields, sorted. It fails when w does.
func (l *Lemmatizer) WriteTo(w io.Writer) (int64, error) {
	var packed bytes.Buffer
	packed.Write(make([]byte, 4))
	z := gzip.NewWriter(&packed)
	for _, line := range l.lines() {
		if _, err := io.WriteString(z, line+"\n"); err != nil {
			return 0, fmt.Errorf("write lemmatiser: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return 0, fmt.Errorf("write lemmatiser: %w", err)
	}
	binary.LittleEndian.PutUint32(packed.Bytes(), uint32(packed.Len()-4))
	n, err := packed.WriteTo(w)
	if err != nil {
		return n, fmt.Errorf("write lemmatiser: %w", err)
	}
	return n, nil
}

// lines writes the tables as text: tags first, for the others name them by number.
func (l *Lemmatizer) lines() []string {
	var lines []string
	names := slices.SortedFunc(maps.Keys(l.tags), func(a, b tagName) int { return cmp.Compare(l.tags[a], l.tags[b]) })
	for _, name := range names {
		most := strconv.FormatBool(l.tagOfXPOS[name.xpos] == l.tags[name])
		lines = append(lines, "tag\t"+name.upos+"\t"+name.xpos+"\t"+most)
	}
	tables := len(lines)
	for key, edits := range l.rules {
		line := "rule\t" + strconv.Itoa(key.tag) + "\t" + key.suffix
		for _, e := range edits {
			line += "\t" + strconv.FormatBool(e.lower) + "\t" + strconv.Itoa(e.strip) + "\t" + e.add
		}
		lines = append(lines, line)
	}
	for key, lemma := range l.exceptions {
		lines = append(lines, "form\t"+strconv.Itoa(key.tag)+"\t"+key.form+"\t"+lemma)
	}
	for key := range l.known {
		lines = append(lines, "lemma\t"+key.upos+"\t"+key.lemma)
	}
	slices.Sort(lines[tables:])
	return lines
}

// ReadLemmatizer reads what WriteTo wrote and not a byte further. It fails when
// r does or when the tables are damaged.
func ReadLemmatizer(r io.Reader) (*Lemmatizer, error) {
	l := newLemmatizer()
	if err := l.read(r); err != nil {
		return nil, fmt.Errorf("read lemmatiser: %w", err)
	}
	return l, nil
}

func (l *Lemmatizer) read(r io.Reader) error {
	var length uint32
	if err := binary.Read(r, binary.LittleEndian, &length); err != nil {
		return err
	}
	if length > lemmaFileLimit {
		return fmt.Errorf("%w: %d bytes", errLemmaTable, length)
	}
	packed, err := io.ReadAll(io.LimitReader(r, int64(length))) // allocates what is there, not what is claimed
	if err != nil {
		return err
	}
	if len(packed) < int(length) {
		return io.ErrUnexpectedEOF
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return fmt.Errorf("%w: %w", errLemmaTable, err)
	}
	lines := bufio.NewScanner(io.LimitReader(z, lemmaTableLimit))
	for lines.Scan() {
		if err := l.addLine(lines.Text()); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%w: %w", errLemmaTable, err)
	}
	return nil
}

// addLine takes one line of the tables in.
func (l *Lemmatizer) addLine(line string) error {
	field := strings.Split(line, "\t")
	var err error
	switch {
	case !utf8.ValidString(line):
		err = errLemmaTable
	case field[0] == "tag" && len(field) == 4:
		l.addTag(tagName{field[1], field[2]}, field[3] == "true")
		return nil
	case field[0] == "lemma" && len(field) == 3:
		l.known[lemmaKey{field[1], field[2]}] = struct{}{}
		return nil
	case field[0] == "form" && len(field) == 4 && field[3] != "":
		var tag int
		if tag, err = l.tagNumber(field[1]); err == nil {
			l.exceptions[formKey{tag, field[2]}] = field[3]
		}
	case field[0] == "rule" && len(field) >= 6 && len(field)%3 == 0:
		err = l.addRule(field)
	default:
		err = errLemmaTable
	}
	if err != nil {
		return fmt.Errorf("%w: line %q", err, line[:min(len(line), 60)])
	}
	return nil
}

func (l *Lemmatizer) addTag(name tagName, most bool) {
	if _, ok := l.tags[name]; !ok {
		l.tags[name] = len(l.tags)
	}
	if most {
		l.tagOfXPOS[name.xpos] = l.tags[name]
	}
}

func (l *Lemmatizer) tagNumber(field string) (int, error) {
	tag, err := strconv.Atoi(field)
	if err != nil || tag < 0 || tag >= len(l.tags) {
		return 0, errLemmaTable
	}
	return tag, nil
}

// addRule reads tag, suffix and the edits, three fields each.
func (l *Lemmatizer) addRule(field []string) error {
	tag, err := l.tagNumber(field[1])
	if err != nil {
		return err
	}
	var edits []edit
	for e := field[3:]; len(e) > 0; e = e[3:] {
		strip, err := strconv.Atoi(e[1])
		if err != nil || strip < 0 {
			return errLemmaTable
		}
		edits = append(edits, edit{lower: e[0] == "true", strip: strip, add: e[2]})
	}
	l.rules[suffixKey{tag, field[2]}] = edits
	return nil
}
