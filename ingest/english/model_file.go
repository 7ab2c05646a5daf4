package english

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// The model file: a line naming the format, the SHA-256 of the rest, the rest.
// The hash finds every truncated or altered file before a byte of it is
// believed; the checks below keep a file from another version of this program
// from doing harm.
const modelMagic = "mandate english model 2\n"

// WriteTo writes the model file; weights are rounded to eight bits.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	payload, err := m.encode()
	if err != nil {
		return 0, fmt.Errorf("write language model: %w", err)
	}
	sum := sha256.Sum256(payload)
	n, err := w.Write(append(append([]byte(modelMagic), sum[:]...), payload...))
	if err != nil {
		return int64(n), fmt.Errorf("write language model: %w", err)
	}
	return int64(n), nil
}

func (m *Model) encode() ([]byte, error) {
	var e encoder
	e.tagger(m.tagger)
	e.count(len(m.lexicon.words))
	e.ascending(m.lexicon.words)
	e.count(len(m.lexicon.known))
	e.ascending(m.lexicon.known)
	e.count(len(m.lexicon.labels))
	for _, label := range m.lexicon.labels {
		e.text(label)
	}
	l := m.network.layout
	for i := range l.rows {
		e.count(l.rows[i])
		e.count(l.width[i])
	}
	e.count(l.hidden)
	e.count(l.arc)
	e.count(l.label)
	e.count(l.belief)
	for _, p := range m.network.parameters() {
		e.weights(p.data)
	}
	var lemmas bytes.Buffer
	if _, err := m.lemmas.WriteTo(&lemmas); err != nil {
		return nil, err
	}
	return append(e.buffer, lemmas.Bytes()...), nil
}

func decodeModel(file []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(file, []byte(modelMagic))
	if !ok {
		return nil, errors.New("not a language model of this version")
	}
	if len(rest) < sha256.Size {
		return nil, errors.New("file is truncated")
	}
	sum, payload := rest[:sha256.Size], rest[sha256.Size:]
	if found := sha256.Sum256(payload); !bytes.Equal(found[:], sum) {
		return nil, errors.New("file is truncated or damaged: its checksum does not match")
	}
	m, err := decodePayload(payload)
	if err != nil {
		return nil, err
	}
	m.version = "english-" + hex.EncodeToString(sum[:4])
	return m, nil
}

func decodePayload(payload []byte) (*Model, error) {
	d := decoder{rest: payload}
	t := d.tagger()
	words := d.ascending(d.count(maxRows))
	known := d.ascending(d.count(maxRows))
	labels := make([]string, d.count(maxLabels))
	for i := range labels {
		labels[i] = d.text()
	}
	l := layout{labels: len(labels), tags: len(t.tags)}
	for i := range l.rows {
		l.rows[i], l.width[i] = d.count(maxRows), d.count(maxUnits)
	}
	l.hidden, l.arc, l.label, l.belief = d.count(maxUnits), d.count(maxUnits), d.count(maxLabelUnits), d.count(maxUnits)
	if d.err == nil {
		d.err = l.check(len(words), len(known), len(t.tags))
	}
	lex := newLexicon(words, known, l.rows, labels)
	if d.err == nil && lex.root < 0 {
		d.err = errors.New("no label " + rootRelation)
	}
	if d.err == nil && l.weights() > len(d.rest) {
		d.err = errShort
	}
	if d.err != nil {
		return nil, d.err
	}
	n := newNetwork(l)
	for _, p := range n.parameters() {
		d.weights(p.data)
	}
	if d.err != nil {
		return nil, d.err
	}
	rest := bytes.NewReader(d.rest)
	lemmas, err := ReadLemmatizer(rest)
	if err == nil && rest.Len() > 0 {
		err = fmt.Errorf("%d bytes too many", rest.Len())
	}
	return newModel(t, lex, n, lemmas), err
}

// Bounds that no sensible model reaches; they keep a wrong one from taking all
// memory.
const (
	maxRows       = 1 << 20
	maxUnits      = 1 << 10
	maxLabelUnits = 1 << 8
	maxLabels     = 1 << 8
	maxFeatures   = 1 << 24
	maxInputs     = 1 << 11 // sums of so many products fit into the lanes of kernel8_lanes.go
)

// check finds sizes that do not belong together.
func (l *layout) check(words, known, tags int) error {
	if l.rows[wordEmbedding] != words+firstWordRow || l.rows[vectorEmbedding] != known+firstWordRow || l.rows[tagEmbedding] != tags+firstWordRow {
		return fmt.Errorf("%d words, %d vectors and %d tags do not fit the network's layout %v", words, known, tags, l.rows)
	}
	for e, rows := range l.rows {
		if rows <= firstWordRow && e != vectorEmbedding {
			return fmt.Errorf("an embedding of %d rows", rows)
		}
	}
	if w := l.inputWidth(); w > maxInputs {
		return fmt.Errorf("an input of %d numbers", w)
	}
	return nil
}

// weights is the number of weights of such a network.
func (l *layout) weights() int {
	sum := 0
	for i := range l.rows {
		sum += l.rows[i] * l.width[i]
	}
	gates := 4 * l.hidden
	sum += directions * gates * (l.inputWidth() + l.hidden + 1)
	sum += (layers - 1) * directions * gates * ((directions+1)*l.hidden + 1)
	sum += directions*gates*l.belief + (roundUp(l.tags)+1)*l.belief
	sum += (directions*l.hidden + 1) * (2*(l.arc+l.label) + roundUp(l.tags))
	sum += (l.arc + 1) * l.arc
	return sum + (l.pairWidth()+1)*roundUp(l.labels)
}
