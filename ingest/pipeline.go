// Package ingest is the pipeline from the bytes of a text to a graph.Reading,
// and on into a store. It joins the stages below it, each of which knows only
// those before: document (sections and sentences), english (trees), instrument
// (treaties and laws that are named), statement (who shall do what), actor (one
// node for every spelling).
package ingest

import (
	"io/fs"

	"mandate/ingest/actor"
	"mandate/ingest/document"
	"mandate/ingest/english"
	"mandate/ingest/instrument"
	"mandate/ingest/statement"
)

// Options say what a pipeline is made of.
type Options struct {
	Data fs.FS // language model, cue lists and gazetteers: data.FS
}

// Pipeline reads texts. It is safe for concurrent use, and what it makes of a
// text depends on nothing else.
type Pipeline struct {
	documents   document.Reader
	model       *english.Model
	extractor   *statement.Extractor
	gazetteer   *actor.Gazetteer
	instruments *instrument.Gazetteer
	version     string
}

// New loads the language model and the word lists.
func New(o Options) (*Pipeline, error) {
	model, err := english.Load(o.Data)
	if err != nil {
		return nil, err
	}
	cues, err := statement.LoadCues(o.Data)
	if err != nil {
		return nil, err
	}
	gazetteer, err := actor.Load(o.Data)
	if err != nil {
		return nil, err
	}
	version, err := rulesVersion(o.Data)
	if err != nil {
		return nil, err
	}
	return &Pipeline{
		model:       model,
		extractor:   statement.NewExtractor(model, gazetteer, cues),
		gazetteer:   gazetteer,
		instruments: cues.Instruments,
		version:     version,
	}, nil
}
