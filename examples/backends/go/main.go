// A partner's backend in Go 1.19 or later with the standard library only: the session endpoint of <enkash-vkyc-button>.
//
// A template to copy. Implement signedInCard with your own authentication. It is complete for one process; several
// processes must share the sessions and the customers in a database. Settings come from the environment, under the names
// of docs/backend.md. It listens on this computer only: a TLS proxy in front of it must pass Host on.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// signedInCard returns the EnKash card id of the signed-in customer, from your own session; never from a value that the
// browser sends.
func signedInCard(_ *http.Request) string {
	return os.Getenv("VKYC_DEMO_CARD")
}

func setting(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}

func number(name string, fallback int) (int, error) {
	value, err := strconv.Atoi(setting(name, strconv.Itoa(fallback)))
	if err != nil || value <= 0 {
		return 0, fmt.Errorf("%s: expected a whole number above zero", name)
	}
	return value, nil
}

func run() error {
	enkash, err := newEnkash()
	if err != nil {
		return err
	}
	hours, err := newSchedule(
		setting("VKYC_HOURS", "10:00-18:00"),
		setting("VKYC_DAYS", "mon tue wed thu fri"),
		os.Getenv("VKYC_HOLIDAYS"),
	)
	if err != nil {
		return err
	}
	lifetime, err := number("VKYC_SESSION_SECONDS", 900)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           newEndpoint(enkash, hours, time.Duration(lifetime)*time.Second),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
	}

	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		signals, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		<-signals.Done()
		deadline, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		_ = server.Shutdown(deadline) // answers what it has received
	}()
	listener, err := net.Listen("tcp", "127.0.0.1:"+setting("PORT", "3000"))
	if err != nil {
		return err
	}
	fmt.Println("Ready.")
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

func main() {
	if err := run(); err != nil {
		log.SetFlags(0)
		log.Fatal(err)
	}
}
