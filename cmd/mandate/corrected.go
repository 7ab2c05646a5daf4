package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"mandate/graph/index"
	"mandate/graph/review"
	"mandate/query"
	"mandate/query/wire"
)

// Corrections are stored and read where documents are: in a store at hand, or by
// the server that holds it.

func (s *shelf) Correct(ctx context.Context, p wire.Proposal) ([]wire.Correction, error) {
	proposal := p.Query(time.Now())
	added, err := s.Store.Correct(ctx, func(x *index.Index) ([]review.Correction, error) {
		return query.On(x).Corrections(proposal)
	})
	if err != nil {
		return nil, err
	}
	return wire.Made(query.On(s.View()), added).Items, nil
}

func (r *remote) Correct(ctx context.Context, p wire.Proposal) ([]wire.Correction, error) {
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("write the correction: %w", err)
	}
	body, err := r.send(ctx, http.MethodPost, "/api/v1/corrections", nil, "application/json", raw)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	var made wire.List[wire.Correction]
	if err := json.NewDecoder(body).Decode(&made); err != nil {
		return nil, fmt.Errorf("read the server's answer: %w", err)
	}
	return made.Items, nil
}

func (l local) Corrections(_ context.Context, f query.ReviewFilter) ([]wire.Correction, error) {
	all, err := wire.CorrectionsOf(l.view, f, query.Page{})
	return all.Items, err
}

func (r *remote) Corrections(ctx context.Context, f query.ReviewFilter) ([]wire.Correction, error) {
	q := url.Values{}
	for name, value := range map[string]string{"doc": f.Doc, "statement": f.Statement, "by": f.By, "kind": string(f.Kind), "state": string(f.State)} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return fetchAll[wire.Correction](ctx, r, "corrections", q)
}

func (l local) Agreement(_ context.Context, doc string) ([]wire.Agreement, error) {
	all, err := l.view.Agreement(doc)
	return wire.AgreementsOf(all).Items, err
}

func (r *remote) Agreement(ctx context.Context, doc string) ([]wire.Agreement, error) {
	all, err := fetch[wire.List[wire.Agreement]](ctx, r, "agreement", url.Values{"doc": {doc}})
	return all.Items, err
}

func (l local) Document(_ context.Context, name string) (wire.FullDocument, error) {
	return wire.FullDocumentNamed(l.view, name)
}

func (r *remote) Document(ctx context.Context, name string) (wire.FullDocument, error) {
	return fetch[wire.FullDocument](ctx, r, "documents/"+url.PathEscape(name), nil)
}
