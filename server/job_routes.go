package server

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"mandate/query"
	"mandate/query/wire"
)

// jobsPath is where jobs are found.
const jobsPath = "/api/v1/jobs"

// isJob tells requests for jobs, whose answers change while the graph does not.
func isJob(path string) bool { return path == jobsPath || strings.HasPrefix(path, jobsPath+"/") }

// jobRoutes registers what can be done with jobs.
func (s *Server) jobRoutes(api huma.API) {
	get(s, api, "/jobs", "list-jobs", "Uploads that are being read or have been, oldest first", s.listJobs)
	route(s, api, huma.Operation{
		Method: http.MethodGet, Path: "/jobs/{id}", OperationID: "get-job",
		Summary:     "How far the reading of an upload is",
		Description: "With `after` the answer comes once the job has a later version, or after " + jobPatience.String() + ".",
	}, s.job)
	route(s, api, huma.Operation{
		Method: http.MethodDelete, Path: "/jobs/{id}", OperationID: "cancel-job",
		Summary:     "Cancel a job, or forget one that has ended",
		Description: "Of a job that was cancelled nothing is stored. The answer tells what has become of the job: it may be done, where it could no longer be stopped.",
	}, s.cancelJob)
}

// jobPatience is how long who waits for a change of a job is kept waiting.
const jobPatience = 20 * time.Second

type jobsInput struct{}

func (s *Server) listJobs(context.Context, *jobsInput) (wire.List[Job], error) {
	all := s.jobs.list()
	return wire.List[Job]{Items: all, Total: len(all)}, nil
}

type jobInput struct {
	ID    string `path:"id" maxLength:"100"`
	After int    `query:"after" minimum:"0" doc:"wait for a version after this one; 0 for not waiting"`
}

func (s *Server) job(ctx context.Context, in *jobInput) (*body[Job], error) {
	enough := func(j *Job) bool { return in.After == 0 || j.Version > in.After || j.ended() }
	return s.jobWhen(ctx, in.ID, enough)
}

// jobWhen waits until a job is as asked for.
func (s *Server) jobWhen(ctx context.Context, id string, enough func(*Job) bool) (*body[Job], error) {
	ctx, cancel := context.WithTimeout(ctx, jobPatience)
	defer cancel()
	j, there := s.jobs.wait(ctx, id, enough)
	if !there {
		return nil, &query.UnknownError{Name: id, Wanted: "job"}
	}
	return &body[Job]{j}, nil
}

type jobName struct {
	ID string `path:"id" maxLength:"100"`
}

func (s *Server) cancelJob(ctx context.Context, in *jobName) (*body[Job], error) {
	was, known := s.jobs.cancel(in.ID)
	if !known {
		return nil, &query.UnknownError{Name: in.ID, Wanted: "job"}
	}
	if was.ended() {
		return &body[Job]{was}, nil
	}
	return s.jobWhen(ctx, in.ID, (*Job).ended)
}

// startJobs has uploads read while nobody waits.
func (s *Server) startJobs(ctx context.Context, uploads []Upload) (*addOutput, error) {
	started, err := s.jobs.start(ctx, uploads, func(ctx context.Context, u Upload) (wire.Added, error) {
		added, err := caught(func() (wire.Added, error) { return s.ingest(ctx, u) })
		if err != nil && ctx.Err() == nil {
			_ = s.fail(ctx, fmt.Errorf("read %s: %w", nameOf(u), err)) // logs it; the job tells it
		}
		return added, err
	})
	if err != nil {
		return nil, newProblem(http.StatusServiceUnavailable, err.Error())
	}
	out := &addOutput{Status: http.StatusAccepted, Body: wire.List[Job]{Items: started, Total: len(started)}}
	if len(started) == 1 {
		out.Location = jobsPath + "/" + started[0].ID
	}
	return out, nil
}

// caught makes a panic an error: above a job nobody catches it.
func caught(read func() (wire.Added, error)) (added wire.Added, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("panic: %v\n%s", x, debug.Stack())
		}
	}()
	return read()
}
