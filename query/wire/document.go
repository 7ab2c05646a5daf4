package wire

import (
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Document is what a list says of a document.
type Document struct {
	ID        string         `json:"id"`
	Title     string         `json:"title"`
	Byline    string         `json:"byline"`
	Issued    string         `json:"issued"`
	Source    string         `json:"source"`
	MediaType string         `json:"media_type"`
	SHA256    string         `json:"sha256" doc:"of the stored text"`
	Extractor string         `json:"extractor" doc:"version of the rules that read it"`
	Model     string         `json:"model" doc:"version of the language model that read it"`
	Counts    DocumentCounts `json:"counts"`
}

// DocumentCounts says what was found in a document.
type DocumentCounts struct {
	Sentences  int `json:"sentences"`
	Sections   int `json:"sections"`
	Statements int `json:"statements"`
	Actors     int `json:"actors"`
	Gaps       int `json:"gaps" doc:"duties without a named agent"`
	Unread     int `json:"unread" doc:"sentences that could not be read: the sum of the next three"`
	Foreign    int `json:"foreign" doc:"sentences that are not in English"`
	Tabular    int `json:"tabular" doc:"sentences that are rows of tables"`
	Wordless   int `json:"wordless" doc:"sentences without a word"`
	Cut        int `json:"cut" doc:"very long sentences that were read in pieces"`

	Constitutive int `json:"constitutive" doc:"definitions and rules that make something: they lay nothing on anybody"`
}

// DocumentOf shows a reading in short.
func DocumentOf(r *graph.Reading) Document {
	gaps := 0
	for i := range r.Statements {
		if r.Statements[i].Actor == graph.Unassigned {
			gaps++
		}
	}
	return document(&r.Document, r.Unread, DocumentCounts{
		Sentences: len(r.Document.Sentences), Sections: len(r.Document.Sections), Statements: len(r.Statements),
		Actors: len(r.Actors), Gaps: gaps,
	})
}

// SummaryOf shows a document of the index in short.
func SummaryOf(s *index.Summary) Document {
	return document(&s.Head, s.Unread, DocumentCounts{
		Sentences: s.Sentences, Sections: s.Sections, Statements: s.Statements(), Actors: s.Actors, Gaps: s.Gaps,
	})
}

func document(d *graph.Document, u graph.Unread, c DocumentCounts) Document {
	c.Unread, c.Foreign, c.Tabular, c.Wordless, c.Cut, c.Constitutive = u.Total(), u.Foreign, u.Tabular, u.Wordless, u.Cut, u.Constitutive
	return Document{
		ID: d.ID, Title: d.Title, Byline: d.Byline, Issued: d.Issued, Source: d.Source, MediaType: d.MediaType,
		SHA256: d.SHA256, Extractor: d.Extractor, Model: d.Model, Counts: c,
	}
}

// NotRead returns what was not read of a document, by why.
func (c DocumentCounts) NotRead() graph.Unread {
	return graph.Unread{Foreign: c.Foreign, Tabular: c.Tabular, Wordless: c.Wordless, Cut: c.Cut, Constitutive: c.Constitutive}
}

// Section is a heading of a document.
type Section struct {
	Index     int    `json:"index"`
	Title     string `json:"title"`
	Number    string `json:"number"`
	Level     int    `json:"level"`
	Parent    int    `json:"parent" doc:"index of the heading above; -1 at the top"`
	Kind      string `json:"kind" enum:"Section,Principle,Goal"`
	IRI       string `json:"iri" doc:"of what statements under the heading serve"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	CharStart int    `json:"char_start"`
	CharEnd   int    `json:"char_end"`
}

// FullDocument is a document with its text, headings and statements.
type FullDocument struct {
	Document
	Text       string      `json:"text"`
	Sections   []Section   `json:"sections"`
	Statements []Statement `json:"statements"`
	Pages      []int       `json:"pages" doc:"code points of the text at which its pages begin; none where the format has no pages"`
	Rejected   []Statement `json:"rejected" doc:"statements that it does not make, as someone said: no answer shows them"`
}

// FullDocumentNamed shows all of the document of that ID, IRI or title.
func FullDocumentNamed(v *query.View, name string) (FullDocument, error) {
	id, err := v.DocumentID(name)
	if err != nil {
		return FullDocument{}, err
	}
	r, ok := v.Index().Reading(id)
	if !ok {
		return FullDocument{}, &query.UnknownError{Name: name, Wanted: "document"}
	}
	return FullDocumentOf(v, r), nil
}

// FullDocumentOf shows all of a reading.
func FullDocumentOf(v *query.View, r *graph.Reading) FullDocument {
	d := &r.Document
	full := FullDocument{
		Document: DocumentOf(r), Text: d.Text,
		Sections:   make([]Section, 0, len(d.Sections)),
		Statements: Statements(v, v.Index().ByDocument(d.ID)),
		Rejected:   Statements(v, v.Index().Rejected(d.ID)),
		Pages:      make([]int, 0, len(d.Pages)),
	}
	offsets := graph.NewOffsets(d.Text)
	for _, at := range d.Pages {
		full.Pages = append(full.Pages, offsets.Char(at))
	}
	iris := d.SectionIRIs()
	for i, s := range d.Sections {
		full.Sections = append(full.Sections, Section{
			Index: i, Title: s.Title, Number: s.Number, Level: s.Level, Parent: s.Parent, Kind: string(s.Kind), IRI: iris[i],
			Start: s.Start, End: s.End, CharStart: s.CharStart, CharEnd: s.CharEnd,
		})
	}
	return full
}

// Added is a document that was just read.
type Added struct {
	Document
	Replaced bool `json:"replaced" doc:"a document of the same ID was there before"`
}

// Unchanged tells whether a document is what reading its file anew would find.
type Unchanged struct {
	Unchanged bool   `json:"unchanged"`
	Title     string `json:"title" doc:"of the document, where it is unchanged"`
}

// Reextracted tells what reading a stored document again changed.
type Reextracted struct {
	ID        string `json:"id"`
	Current   bool   `json:"current" doc:"this version had read it already: nothing was done"`
	Extractor string `json:"extractor" doc:"version of the rules that had read it"`
	Model     string `json:"model" doc:"version of the language model that had read it"`
	Before    int    `json:"before" doc:"statements before"`
	After     int    `json:"after" doc:"statements after"`
	Added     int    `json:"added"`
	Gone      int    `json:"gone"`
	Changed   int    `json:"changed" doc:"of the same sentence, actor and aim, with other parts"`
}

// ReextractedOf compares two readings of a document.
func ReextractedOf(before, after *graph.Reading) Reextracted {
	r := Reextracted{
		ID: before.Document.ID, Extractor: before.Document.Extractor, Model: before.Document.Model,
		Before: len(before.Statements), After: len(after.Statements),
	}
	old := make(map[string]*graph.Statement, len(before.Statements))
	for i := range before.Statements {
		old[before.Statements[i].ID] = &before.Statements[i]
	}
	for i := range after.Statements {
		s := &after.Statements[i]
		switch was := old[s.ID]; {
		case was == nil:
			r.Added++
		case !sameParts(was, s):
			r.Changed++
		}
	}
	r.Gone = r.Before - (r.After - r.Added)
	return r
}

// sameParts compares what is told of statements of one ID.
func sameParts(a, b *graph.Statement) bool {
	return a.Force == b.Force && a.Deontic == b.Deontic && a.Object == b.Object && a.Recipient == b.Recipient &&
		a.Condition == b.Condition && a.Constraint == b.Constraint && a.OrElse == b.OrElse &&
		slices.Equal(a.Topics, b.Topics) && slices.Equal(a.Involves, b.Involves) && slices.Equal(a.Recipients, b.Recipients) &&
		slices.Equal(a.Goals, b.Goals) && slices.Equal(a.References, b.References)
}
