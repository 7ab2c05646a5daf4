package cayley

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"

	"mandate/query/gizmo"
	"mandate/query/sandbox"
)

// query runs a query: lang names its language, its text is the body, or of GET
// the parameter qu, which may also be called q or qs.
func (a *api) query(w http.ResponseWriter, r *http.Request) {
	lang := gizmo.Language(r.URL.Query().Get("lang"))
	if lang == "" {
		refuse(w, http.StatusBadRequest, "query language not specified: add ?lang=gizmo or ?lang=graphql")
		return
	}
	text, err := queryText(w, r)
	if err != nil {
		refuse(w, http.StatusBadRequest, "query cannot be read: "+err.Error())
		return
	}
	rows := [][]byte{}
	for row, e := range Query(r.Context(), a.o.Store, a.o.Queries, lang, text, a.o.Limits) {
		if e != nil {
			err = e
			break
		}
		rows = append(rows, row)
	}
	if lang == gizmo.GraphQL && !errors.Is(err, gizmo.ErrLanguage) {
		answerGraphQL(w, rows, err)
		return
	}
	answer(w, rows, err)
}

// Query runs a query on the index of a store or, where there is none, on its
// durable quads; see sandbox.Runner.
func Query(ctx context.Context, st Store, queries *sandbox.Runner, lang gizmo.Language, text string, limits gizmo.Limits) iter.Seq2[json.RawMessage, error] {
	if st.Unindexed() == nil {
		return queries.Run(ctx, st.View(), lang, text, limits)
	}
	return func(yield func(json.RawMessage, error) bool) {
		qs, release, err := st.Durable(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		defer release()
		queries.RunDurable(ctx, qs, lang, text, limits)(yield)
	}
}

// queryText reads the text of a query, one byte more than it may have at most,
// so that the runner can tell that it is too long.
func queryText(w http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method == http.MethodGet {
		q := r.URL.Query()
		return cmp.Or(q.Get("qu"), q.Get("q"), q.Get("qs")), nil
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, gizmo.MaxQuery+1))
	return string(text), err
}

// answer writes {"result": […]}. Rows cut off at the limit are handed out with
// a member beside them that says so.
func answer(w http.ResponseWriter, rows [][]byte, err error) {
	var limit *gizmo.LimitError
	if err != nil && !(errors.As(err, &limit) && limit.Of == gizmo.RowLimit) {
		refuse(w, statusOf(err), shown(err))
		return
	}
	// The rows are JSON already: to encode them again would take longer than
	// many a query.
	body := append([]byte(`{"result":[`), bytes.Join(rows, []byte(","))...)
	body = append(body, ']')
	if limit != nil {
		said, _ := json.Marshal(limit.Error()) // of a string cannot fail
		body = append(append(body, `,"truncated":`...), said...)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(body, "}\n"...)) // a client that is gone cannot be told
}

// statusOf tells what is wrong with a query from what is wrong with the server.
func statusOf(err error) int {
	_, ofQuery := errors.AsType[*gizmo.Error](err)
	_, ofLimit := errors.AsType[*gizmo.LimitError](err)
	switch {
	case ofQuery, ofLimit, errors.Is(err, gizmo.ErrLanguage):
		return http.StatusBadRequest
	case errors.Is(err, sandbox.ErrBusy), errors.Is(err, sandbox.ErrNeedsIndex):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// shown are the words of an error for who sent the query. Those of the server's
// own trouble may name files and are not his business.
func shown(err error) string {
	if statusOf(err) == http.StatusInternalServerError {
		return "the server could not run the query"
	}
	return err.Error()
}

// answerGraphQL writes {"data": …} or {"errors": […]}.
func answerGraphQL(w http.ResponseWriter, rows [][]byte, err error) {
	if err != nil {
		writeJSON(w, http.StatusOK, map[string]any{"data": nil, "errors": []map[string]string{{"message": shown(err)}}})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"data": json.RawMessage(rows[0])})
}
