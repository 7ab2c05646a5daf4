package sandbox

import (
	"sync"

	"mandate/query/gizmo"
)

// cache keeps queries that were read, as programs ask the same ones again and
// again. The oldest half goes when it is full.
type cache struct {
	mu       sync.Mutex
	new, old map[string]*gizmo.Query
}

// cacheHalf is how many queries each half of a cache holds.
const cacheHalf = 128

func newCache() *cache {
	return &cache{new: map[string]*gizmo.Query{}}
}

func (c *cache) parse(lang gizmo.Language, text string) (*gizmo.Query, error) {
	key := string(lang) + " " + text
	if q := c.get(key); q != nil {
		return q, nil
	}
	q, err := gizmo.Parse(lang, text)
	if err == nil {
		c.put(key, q)
	}
	return q, err
}

func (c *cache) get(key string) *gizmo.Query {
	c.mu.Lock()
	defer c.mu.Unlock()
	if q := c.new[key]; q != nil {
		return q
	}
	return c.old[key]
}

func (c *cache) put(key string, q *gizmo.Query) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.new) == cacheHalf {
		c.old, c.new = c.new, map[string]*gizmo.Query{}
	}
	c.new[key] = q
}
