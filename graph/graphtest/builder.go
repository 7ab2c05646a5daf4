// Package graphtest makes readings for the tests of the packages that work on
// the graph: a builder that keeps offsets and indices right, and a sample of
// two documents in our own words.
package graphtest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"mandate/graph"
)

// Builder writes the text of a document piece by piece and notes what stands
// where.
type Builder struct {
	r       graph.Reading
	text    strings.Builder
	chars   int
	section int
	parents []int // open sections, by level - 1
}

// New begins a document that opens with its title.
func New(id, title string) *Builder {
	b := &Builder{section: -1}
	b.r.Document = graph.Document{
		ID: id, Title: title, Source: id + ".txt", MediaType: "text/plain", Language: "en",
		Extractor: "test", Model: "test",
	}
	b.block(graph.BlockHead, title)
	return b
}

// Dated sets byline and date.
func (b *Builder) Dated(byline, issued string) *Builder {
	b.r.Document.Byline, b.r.Document.Issued = byline, issued
	return b
}

// Actor lists an actor; its ID is the slug of the label.
func (b *Builder) Actor(label string, kind graph.ActorKind, altLabels ...string) *Builder {
	slices.Sort(altLabels)
	b.r.Actors = append(b.r.Actors, graph.Actor{
		ID: graph.Slug(label), Label: label, Kind: kind, AltLabels: altLabels,
	})
	return b
}

// Member says that an actor listed before is a member of another.
func (b *Builder) Member(actor, of string) *Builder {
	for i := range b.r.Actors {
		if a := &b.r.Actors[i]; a.ID == actor {
			a.MemberOf = append(a.MemberOf, of)
			slices.Sort(a.MemberOf)
		}
	}
	return b
}

// Section writes a heading of a level from 1, under the last one of a higher
// level; number may be empty.
func (b *Builder) Section(kind graph.SectionKind, level int, number, title string) *Builder {
	parent := -1
	if level > 1 && len(b.parents) > 0 {
		b.parents = b.parents[:min(level-1, len(b.parents))]
		parent = b.parents[len(b.parents)-1]
	} else {
		b.parents = nil
	}
	b.section = len(b.r.Document.Sections)
	b.parents = append(b.parents, b.section)
	span := b.block(graph.BlockHeading, strings.TrimSpace(number+" "+title))
	b.r.Document.Sections = append(b.r.Document.Sections, graph.Section{
		Span: span, Title: title, Number: number, Level: level, Parent: parent, Kind: kind,
	})
	return b
}

// Say writes a paragraph of one sentence that makes the statements. Of each the
// builder fills in what follows from the place: section, evidence, and positive
// polarity unless set.
func (b *Builder) Say(sentence string, statements ...graph.Statement) *Builder {
	span := b.block(graph.BlockParagraph, sentence)
	for _, s := range statements {
		s.Section = b.section
		s.Polarity = cmp.Or(s.Polarity, graph.Positive)
		s.Evidence.Span = span
		s.Evidence.Quote = sentence
		s.Evidence.Sentence = len(b.r.Document.Sentences) - 1
		b.r.Statements = append(b.r.Statements, s)
	}
	return b
}

// Context marks the first place in the text where the words stand as context of
// the last statement.
func (b *Builder) Context(words string) *Builder {
	text := b.text.String()
	start := strings.Index(text, words)
	s := &b.r.Statements[len(b.r.Statements)-1]
	s.Evidence.Context = append(s.Evidence.Context, graph.NewOffsets(text).Span(start, start+len(words)))
	return b
}

// block writes a block with one sentence and returns its span.
func (b *Builder) block(kind graph.BlockKind, text string) graph.Span {
	if b.text.Len() > 0 {
		b.write("\n\n")
	}
	span := graph.Span{Start: b.text.Len(), CharStart: b.chars}
	b.write(text)
	span.End, span.CharEnd = b.text.Len(), b.chars
	d := &b.r.Document
	d.Blocks = append(d.Blocks, graph.Block{Span: span, Kind: kind, Section: b.section, LeadIn: -1})
	d.Sentences = append(d.Sentences, graph.Sentence{Span: span, Block: len(d.Blocks) - 1, Section: b.section})
	return span
}

func (b *Builder) write(s string) {
	b.text.WriteString(s)
	b.chars += utf8.RuneCountInString(s)
}

// Reading finishes the document: text, hash, statement IDs, actors in order.
func (b *Builder) Reading() graph.Reading {
	d := &b.r.Document
	d.Text = b.text.String()
	sum := sha256.Sum256([]byte(d.Text))
	d.SHA256 = hex.EncodeToString(sum[:])
	slices.SortFunc(b.r.Actors, func(x, y graph.Actor) int { return cmp.Compare(x.ID, y.ID) })
	graph.AssignIDs(d.ID, b.r.Statements)
	return b.r
}
