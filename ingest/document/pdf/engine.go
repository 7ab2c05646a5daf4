package pdf

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"mandate/ingest/document/content"
)

// What one file may cost; beyond it, its instance of PDFium is ended.
const (
	memoryPages = 12_288 // of 64 KiB: 768 MiB
	longestRead = 5 * time.Minute
)

// Engine runs PDFium, which takes seconds to compile where no earlier run has
// left it in the user's cache folder: so it starts with the first file. The
// zero value is ready.
type Engine struct {
	once sync.Once
	pool pdfium.Pool
	err  error
}

// start compiles PDFium. Each file is read by an instance of its own, which
// sees nothing of the machine but that file's bytes.
func (e *Engine) start() {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true)
	if cache := compilationCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e.pool, e.err = webassembly.Init(webassembly.Config{
		MaxTotal: runtime.GOMAXPROCS(0), RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
		Stdout: io.Discard, Stderr: io.Discard,
	})
}

// compilationCache is what earlier runs have compiled; nil where it cannot be
// kept, as for users without a folder of their own.
func compilationCache() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "mandate", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// with hands an instance to a function and ends it afterwards. Where the context
// ends before, so does the call into the instance that is under way.
func (e *Engine) with(ctx context.Context, read func(*machine) error) error {
	e.once.Do(e.start)
	if e.err != nil {
		return fmt.Errorf("start PDFium: %w", e.err)
	}
	asked := ctx
	ctx, cancel := context.WithTimeout(ctx, longestRead)
	defer cancel()
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return fmt.Errorf("start PDFium: %w", err)
	}
	defer instance.Close() // which only gives its memory back
	m, err := newMachine(ctx, instance)
	if err == nil {
		err = read(m)
	}
	switch {
	case asked.Err() != nil:
		return asked.Err()
	case ctx.Err() != nil:
		return fmt.Errorf("%w: reading it took more than %v; print it to PDF anew, or split it", content.ErrTooLarge, longestRead)
	}
	return err
}
