package graph

import (
	"encoding/json"
	"fmt"
	"slices"
)

// structure is what one literal of a document keeps as JSON: the blocks and
// sentences of its text, of which there are too many to be worth a quad each,
// and the order of what quads can only hold as a set. Spans are in bytes.
type structure struct {
	Kinds      []BlockKind         `json:"kinds,omitempty"`      // one a block
	Blocks     []int               `json:"blocks,omitempty"`     // start, end, section, lead-in, depth of each
	Markers    map[int]string      `json:"markers,omitempty"`    // of those blocks that have one
	Sentences  []int               `json:"sentences,omitempty"`  // start, end, block, section of each
	Pages      []int               `json:"pages,omitempty"`      // where each begins
	Statements []string            `json:"statements,omitempty"` // IDs in text order
	Order      map[string]ordering `json:"order,omitempty"`      // by statement ID
}

// ordering gives for a predicate its objects in the order of the reading, where
// that is not their natural one.
type ordering map[string][]string

const (
	blockWidth    = 5
	sentenceWidth = 4
)

func encodeStructure(r Reading) string {
	d := r.Document
	st := structure{Pages: d.Pages, Markers: map[int]string{}, Order: map[string]ordering{}}
	for i, b := range d.Blocks {
		st.Kinds = append(st.Kinds, b.Kind)
		st.Blocks = append(st.Blocks, b.Start, b.End, b.Section, b.LeadIn, b.Depth)
		if b.Marker != "" {
			st.Markers[i] = b.Marker
		}
	}
	for _, s := range d.Sentences {
		st.Sentences = append(st.Sentences, s.Start, s.End, s.Block, s.Section)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		st.Statements = append(st.Statements, s.ID)
		if o := orderOf(d.ID, s); len(o) > 0 {
			st.Order[s.ID] = o
		}
	}
	raw, _ := json.Marshal(st) // nothing in a structure can fail to marshal
	return string(raw)
}

func orderOf(doc string, s *Statement) ordering {
	o := ordering{}
	note := func(predicate string, iris []string) {
		if iris = distinct(iris); !slices.IsSorted(iris) {
			o[predicate] = iris
		}
	}
	note(PredConcerns, iris(s.Topics, TopicIRI))
	note(PredListsGoal, iris(s.Goals, GoalIRI))
	note(PredReferences, iris(s.References, InstrumentIRI))
	note(PredInvolves, iris(s.Involves, ActorIRI))
	note(PredRecipient, iris(s.Recipients, ActorIRI))
	note(PredContext, iris(s.Evidence.Context, func(sp Span) string { return CharIRI(doc, sp) }))
	return o
}

func iris[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = name(x)
	}
	return out
}

// restore puts a set back into the order of the reading; what the order does
// not mention goes last, sorted.
func (o ordering) restore(predicate string, iris []string) []string {
	rank := make(map[string]int, len(o[predicate]))
	for i, iri := range o[predicate] {
		rank[iri] = i - len(o[predicate])
	}
	slices.Sort(iris)
	slices.SortStableFunc(iris, func(a, b string) int { return rank[a] - rank[b] })
	return iris
}

func decodeStructure(raw string) (structure, error) {
	var st structure
	if err := json.Unmarshal([]byte(raw), &st); err != nil {
		return st, err
	}
	if len(st.Blocks) != blockWidth*len(st.Kinds) || len(st.Sentences)%sentenceWidth != 0 {
		return st, fmt.Errorf("lists of blocks or sentences are cut short")
	}
	return st, nil
}

func (st *structure) blocks(o *Offsets) ([]Block, error) {
	var blocks []Block
	for i, row := range rows(st.Blocks, blockWidth) {
		span, err := o.checkedSpan(row[0], row[1])
		if err != nil {
			return nil, fmt.Errorf("block %d: %w", i, err)
		}
		blocks = append(blocks, Block{Span: span, Kind: st.Kinds[i], Section: row[2], LeadIn: row[3],
			Depth: row[4], Marker: st.Markers[i]})
	}
	return blocks, nil
}

func (st *structure) sentences(o *Offsets) ([]Sentence, error) {
	var sentences []Sentence
	for i, row := range rows(st.Sentences, sentenceWidth) {
		span, err := o.checkedSpan(row[0], row[1])
		if err != nil {
			return nil, fmt.Errorf("sentence %d: %w", i, err)
		}
		sentences = append(sentences, Sentence{Span: span, Block: row[2], Section: row[3]})
	}
	return sentences, nil
}

func rows(flat []int, width int) [][]int {
	return slices.Collect(slices.Chunk(flat, width))
}
