package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// manyTexts is from how many texts on a person waits long enough to want to
// see how far it is.
const manyTexts = 4

// progress is a bar on standard error with the rate and the time left; without a
// terminal there, or for a few texts, it does nothing.
type progress struct {
	bar     *progressbar.ProgressBar
	started time.Time

	texts, done, words int
}

// progress expects so many texts, of a size together by which the time left is
// judged.
func (a *app) progress(texts int, size int64) *progress {
	p := &progress{started: time.Now(), texts: texts}
	file, ok := a.err.(*os.File)
	if !ok || texts < manyTexts || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	p.bar = progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(file),
		progressbar.OptionSetDescription(p.rate(0)),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(),
	)
	return p
}

// advance counts a text.
func (p *progress) advance(size int64, words int) {
	p.done++
	p.words += words
	if p.bar != nil {
		p.bar.Describe(p.rate(time.Since(p.started)))
		_ = p.bar.Add64(size) // a bar that cannot be drawn is no reason to stop
	}
}

// rate says how many texts there have been, and how fast.
func (p *progress) rate(elapsed time.Duration) string {
	text := fmt.Sprintf("%d of %s", p.done, count(p.texts, "text"))
	if seconds := elapsed.Seconds(); seconds > 0 && p.done > 0 {
		text += fmt.Sprintf(", %.1f/s", float64(p.done)/seconds)
		if p.words > 0 {
			text += fmt.Sprintf(", %.0f words/s", float64(p.words)/seconds)
		}
	}
	return text
}

// clear makes room for a line of text.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
