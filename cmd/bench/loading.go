package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Units of samples that several parts share.
const (
	cpuSeconds = "cpu-s"
	megabytes  = "peak-MB"
)

// loading measures how the film set gets into a store. The stores of the last
// turn stay, for the other parts.
func (b *bench) loading(ctx context.Context) error {
	for range b.o.loads {
		for _, c := range b.contenders {
			if err := b.loadOnce(ctx, c); err != nil {
				return err
			}
		}
	}
	median := func(c contender, unit string) float64 { return b.samples.median(c.name, "Load", unit) }
	err := b.table("\tquads/CPU s\tCPU s\tpeak MB\tB/quad on disk", func(c contender) string {
		return fmt.Sprintf("%.0f\t%.1f\t%.0f\t%.0f", filmQuads/median(c, cpuSeconds), median(c, cpuSeconds), median(c, megabytes), median(c, "B/quad"))
	})
	b.atMost("loading, peak RSS", b.samples.median(mandateName, "Load", megabytes), 500, " MB")
	if r, ok := b.samples.ratio("Load", cpuSeconds, "cayley-leveldb"); ok {
		b.atMost("loading, CPU of leveldb's", r.median, 1, " ×")
	}
	return err
}

func (b *bench) loadOnce(ctx context.Context, c contender) error {
	if c.memory {
		s, err := b.serve(ctx, c, "film", b.film())
		if err != nil {
			return err
		}
		b.samples.add(c.name, "Load", cpuSeconds, s.cpu().Seconds())
		b.samples.add(c.name, "Load", megabytes, float64(s.peak())/1e6)
		return b.stop(s)
	}
	took, err := b.load(ctx, c, "film", b.film())
	if err != nil {
		return err
	}
	size, err := folderSize(b.store(c, "film"))
	b.samples.add(c.name, "Load", cpuSeconds, took.cpu.Seconds())
	b.samples.add(c.name, "Load", megabytes, float64(took.peak)/1e6)
	b.samples.add(c.name, "Load", "B/quad", float64(size)/filmQuads)
	return err
}

// load makes a store anew from a file.
func (b *bench) load(ctx context.Context, c contender, set, file string) (usage, error) {
	if err := os.RemoveAll(b.store(c, set)); err != nil {
		return usage{}, err
	}
	var all usage
	for _, args := range c.loads(b.store(c, set), file) {
		u, err := finish(ctx, c.program, args)
		if err != nil {
			return all, err
		}
		all = usage{all.cpu + u.cpu, all.wall + u.wall, max(all.peak, u.peak)}
	}
	return all, nil
}

// serveFilm serves the film set, loaded before where that is needed.
func (b *bench) serveFilm(ctx context.Context, c contender) (*server, error) {
	if _, err := os.Stat(b.store(c, "film")); err != nil && !c.memory {
		if _, err := b.load(ctx, c, "film", b.film()); err != nil {
			return nil, err
		}
	}
	return b.serve(ctx, c, "film", b.film())
}

// serveAll serves the film set by every contender.
func (b *bench) serveAll(ctx context.Context) (servers []*server, err error) {
	for _, c := range b.contenders {
		s, err := b.serveFilm(ctx, c)
		if err != nil {
			return nil, err
		}
		servers = append(servers, s)
	}
	return servers, nil
}

func folderSize(path string) (size int64, err error) {
	err = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

// opening measures the time from the start of a server on a closed store to its
// first answer.
func (b *bench) opening(ctx context.Context) error {
	for range b.o.runs {
		for _, c := range b.contenders {
			if c.memory {
				continue // that is its load
			}
			s, err := b.serveFilm(ctx, c)
			if err != nil {
				return err
			}
			b.samples.add(c.name, "Open", "s", s.begin.Seconds())
			b.samples.add(c.name, "Open", cpuSeconds, s.cpu().Seconds())
			if err := b.stop(s); err != nil {
				return err
			}
		}
	}
	err := b.table("\tseconds\tCPU s", func(c contender) string {
		if c.memory {
			return ""
		}
		return fmt.Sprintf("%.3f\t%.3f", b.samples.median(c.name, "Open", "s"), b.samples.median(c.name, "Open", cpuSeconds))
	})
	b.atMost("opening to the first answer", b.samples.median(mandateName, "Open", "s"), 0.5, " s")
	return err
}

// milliseconds of a duration.
func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
