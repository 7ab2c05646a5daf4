package english

import (
	"fmt"
	"io/fs"
	"os"
	"sync"
)

// ModelFile is the name of the model in the file system given to Load.
const ModelFile = "english.model"

// Model tags, lemmatises and parses English. It is safe for use by many
// goroutines at once.
type Model struct {
	tagger     *tagger
	lexicon    *lexicon
	network    *network
	lemmas     *Lemmatizer
	version    string
	workspaces sync.Pool // of *workspace
}

// workspace is the memory one sentence needs.
type workspace struct {
	words       []wordFeatures
	tags        []uint8
	inputs      []wordInput
	activations activations
	eisner      eisner
}

// Load reads the model from fsys (data.FS). A missing, truncated or altered
// file is an error that says how to make the model anew.
func Load(fsys fs.FS) (*Model, error) {
	file, err := fs.ReadFile(fsys, ModelFile)
	if err != nil {
		return nil, fmt.Errorf("load language model: %w (make train makes it)", err)
	}
	m, err := decodeModel(file)
	if err != nil {
		return nil, fmt.Errorf("load language model %s: %w (make train makes it anew)", ModelFile, err)
	}
	return m, nil
}

// LoadFile is Load for a model file of any name.
func LoadFile(name string) (*Model, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("load language model: %w", err)
	}
	m, err := decodeModel(file)
	if err != nil {
		return nil, fmt.Errorf("load language model %s: %w", name, err)
	}
	return m, nil
}

func newModel(t *tagger, l *lexicon, n *network, lemmas *Lemmatizer) *Model {
	m := &Model{tagger: t, lexicon: l, network: n, lemmas: lemmas}
	m.workspaces.New = func() any { return &workspace{activations: activations{forms: new(formCache)}} }
	return m
}

// Version names the model and its weights ("english-1f3a09c2"): it stands in
// every document that was read with it.
func (m *Model) Version() string { return m.version }
