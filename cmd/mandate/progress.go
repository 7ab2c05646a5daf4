package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// manyTexts is from how many texts on a person waits long enough to want to
// see how far it is.
const manyTexts = 4

// progress is a bar on standard error; without a terminal there, or for a few
// texts, it does nothing.
type progress struct{ bar *progressbar.ProgressBar }

func (a *app) progress(texts int) progress {
	file, ok := a.err.(*os.File)
	if !ok || texts < manyTexts || !term.IsTerminal(int(file.Fd())) {
		return progress{}
	}
	return progress{progressbar.NewOptions(texts,
		progressbar.OptionSetWriter(file),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)}
}

func (p progress) advance() {
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

// clear makes room for a line of text.
func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
