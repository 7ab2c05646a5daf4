package cayley

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"mandate/query/gizmo"
)

// query runs a query: lang names its language, its text is the body, or of GET
// the parameter qu.
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
	rows := []json.RawMessage{}
	for row, e := range gizmo.Run(r.Context(), a.o.Store.View().QuadStore(), lang, text, a.o.Limits) {
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

// queryText reads the text of a query, one byte more than it may have at most,
// so that the runner can tell that it is too long.
func queryText(w http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method == http.MethodGet {
		return r.URL.Query().Get("qu"), nil
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, gizmo.MaxQuery+1))
	return string(text), err
}

// answer writes {"result": […]}. Rows cut off at the limit are handed out with
// a member beside them that says so.
func answer(w http.ResponseWriter, rows []json.RawMessage, err error) {
	var limit *gizmo.LimitError
	switch {
	case err == nil:
		writeJSON(w, http.StatusOK, map[string]any{"result": rows})
	case errors.As(err, &limit) && limit.Of == gizmo.RowLimit:
		writeJSON(w, http.StatusOK, map[string]any{"result": rows, "truncated": limit.Error()})
	default:
		refuse(w, http.StatusBadRequest, err.Error())
	}
}

// answerGraphQL writes {"data": …} or {"errors": […]}.
func answerGraphQL(w http.ResponseWriter, rows []json.RawMessage, err error) {
	if err != nil {
		writeJSON(w, http.StatusOK, map[string]any{"data": nil, "errors": []map[string]string{{"message": err.Error()}}})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"data": rows[0]})
}
