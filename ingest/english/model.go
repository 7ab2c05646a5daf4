package english

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"sync"
)

// ModelFile is the name of the model in the file system given to Load.
const ModelFile = "english.model"

// Model tags, lemmatises and parses English. It is safe for use by many
// goroutines at once.
type Model struct {
	tagger     *tagger
	lexicon    *lexicon
	inference  *inference
	lemmas     *Lemmatizer
	file       func() ([]byte, error) // what WriteTo writes
	version    string
	workspaces workspaces
}

// workspace is the memory one sentence needs, and what was learned of its words.
type workspace struct {
	words   []wordFeatures
	tags    []uint8
	settled []settled
	forms   formCache
	scores  scores
	eisner  eisner
}

// workspaces are those at rest, as many as ever worked at a time but no more
// than processors: unlike a sync.Pool it keeps them, and what they know of word
// forms, when garbage is collected.
type workspaces struct {
	mutex sync.Mutex
	rest  []*workspace
}

func (p *workspaces) take() *workspace {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if len(p.rest) == 0 {
		return new(workspace)
	}
	w := p.rest[len(p.rest)-1]
	p.rest = p.rest[:len(p.rest)-1]
	return w
}

func (p *workspaces) put(w *workspace) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if len(p.rest) < runtime.GOMAXPROCS(0) {
		p.rest = append(p.rest, w)
	}
}

// Load reads the model from fsys (data.FS). A missing, truncated or altered
// file is an error that says how to make the model anew.
func Load(fsys fs.FS) (*Model, error) {
	m, err := load(func() ([]byte, error) { return fs.ReadFile(fsys, ModelFile) }, kernels()[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("load language model: %w (make train makes it)", err)
	case err != nil:
		return nil, fmt.Errorf("load language model %s: %w (make train makes it anew)", ModelFile, err)
	}
	return m, nil
}

// LoadFile is Load for a model file of any name.
func LoadFile(name string) (*Model, error) {
	m, err := load(func() ([]byte, error) { return os.ReadFile(name) }, kernels()[0])
	if err != nil {
		return nil, fmt.Errorf("load language model %s: %w", name, err)
	}
	return m, nil
}

// load reads a model from its file, of which it keeps no more than it needs:
// who wants to write the model has the file read again.
func load(file func() ([]byte, error), k kernel) (*Model, error) {
	raw, err := file()
	if err != nil {
		return nil, err
	}
	m, err := decodeModel(raw, k)
	if err != nil {
		return nil, err
	}
	m.file = file
	return m, nil
}

// Version names the model and its weights ("english-1f3a09c2"): it stands in
// every document that was read with it.
func (m *Model) Version() string { return m.version }
