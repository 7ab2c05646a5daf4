package english

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The model file: a line naming the format, the SHA-256 of the rest, the rest.
// The hash finds every truncated or altered file before a byte of it is
// believed; the checks below keep a file from another version of this program
// from doing harm.
const modelMagic = "mandate english model 2\n"

// WriteTo writes the model file.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	file, err := m.file()
	if err != nil {
		return 0, fmt.Errorf("write language model: %w", err)
	}
	n, err := w.Write(file)
	if err != nil {
		return int64(n), fmt.Errorf("write language model: %w", err)
	}
	return int64(n), nil
}

// newModel joins what was trained. The model is what would be read from its
// file: weights are rounded to eight bits.
func newModel(t *tagger, l *lexicon, n *network, lemmas *Lemmatizer) (*Model, error) {
	payload, err := encodePayload(t, l, n, lemmas)
	if err != nil {
		return nil, err
	}
	return modelOf(payload)
}

// WithLemmas returns the model with another lemmatizer in its file, and all
// else as it is.
func (m *Model) WithLemmas(l *Lemmatizer) (*Model, error) {
	var old, packed bytes.Buffer
	_, errOld := m.lemmas.WriteTo(&old)
	_, errNew := l.WriteTo(&packed)
	file, err := m.file()
	if err = errors.Join(err, errOld, errNew); err != nil {
		return nil, fmt.Errorf("exchange lemmas: %w", err)
	}
	rest, found := bytes.CutSuffix(file, old.Bytes())
	if !found {
		return nil, errors.New("exchange lemmas: the model's file does not end with its lemmas")
	}
	return modelOf(slices.Concat(rest[len(modelMagic)+sha256.Size:], packed.Bytes()))
}

// modelOf reads the model of a payload.
func modelOf(payload []byte) (*Model, error) {
	sum := sha256.Sum256(payload)
	file := slices.Concat([]byte(modelMagic), sum[:], payload)
	return load(func() ([]byte, error) { return file, nil }, kernels()[0])
}

func encodePayload(t *tagger, lex *lexicon, n *network, lemmas *Lemmatizer) ([]byte, error) {
	var e encoder
	e.tagger(t)
	e.count(len(lex.words))
	e.ascending(lex.words)
	e.count(len(lex.known))
	e.ascending(lex.known)
	e.count(len(lex.labels))
	for _, label := range lex.labels {
		e.text(label)
	}
	l := n.layout
	for i := range l.rows {
		e.count(l.rows[i])
		e.count(l.width[i])
	}
	e.count(l.hidden)
	e.count(l.arc)
	e.count(l.label)
	e.count(l.belief)
	for _, p := range n.parameters() {
		e.weights(p.data)
	}
	var packed bytes.Buffer
	if _, err := lemmas.WriteTo(&packed); err != nil {
		return nil, err
	}
	return append(e.buffer, packed.Bytes()...), nil
}

// decodeModel makes the model of a file, and keeps nothing of the file's bytes.
func decodeModel(file []byte, k kernel) (*Model, error) {
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
	m, err := decodePayload(payload, k)
	if err != nil {
		return nil, err
	}
	m.version = "english-" + hex.EncodeToString(sum[:4])
	return m, nil
}

func decodePayload(payload []byte, k kernel) (*Model, error) {
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
	n, embed := d.network(l)
	if d.err != nil {
		return nil, d.err
	}
	rest := bytes.NewReader(d.rest)
	lemmas, err := ReadLemmatizer(rest)
	if err == nil && rest.Len() > 0 {
		err = fmt.Errorf("%d bytes too many", rest.Len())
	}
	return &Model{tagger: t, lexicon: lex, inference: newInference(n, embed, k), lemmas: lemmas}, err
}

// network reads the weights; the embeddings stay packed, and those of the
// network are empty.
func (d *decoder) network(l layout) (*network, [embeddings]table) {
	bare := l
	bare.rows = [embeddings]int{}
	n := newNetwork(bare)
	n.layout = l
	var embed [embeddings]table
	for i := range embed {
		embed[i] = d.table(l.rows[i], l.width[i])
	}
	for _, p := range n.parameters()[embeddings:] {
		d.weights(p.data)
	}
	return n, embed
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
