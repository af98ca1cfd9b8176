// SPDX-License-Identifier: Apache-2.0
// Saving, the same way on both engines: a piece of work runs in a transaction of its own and is acknowledged
// when, and only when, it is on disk.
//
// group_writer (SQLite): one thread and one connection. Works that wait are carried out one after the other
// in one transaction, each behind a savepoint, and share its commit: one sync of the disk for all of them.
// One that throws takes back its own writes and nobody else's.
// pool_writer (PostgreSQL): some threads with a connection each, one transaction per work; the server groups
// commits itself. A work whose connection is lost before its commit is run again on a new one; where there is
// none to be had it is refused with Failure::retry.
//
// A work may run more than once (after a conflict, or alone when its group met a full disk): it must change
// nothing but the database and what it sets anew each time. It runs on a thread of the writer, so whatever
// takes time and needs no database, such as sealing, belongs before it.
#pragma once

#include <exception>
#include <functional>
#include <memory>

#include "store/connection.hpp"

namespace smm::store {

class Writer {
 public:
  static constexpr int usual_attempts = 5;

  using Work = std::function<void(Connection&)>;
  // Told once: with nothing when the work is on disk, or with what it threw or the database refused, when
  // none of it is (but for Failure::gone: then nobody knows). Called on a thread of the writer, or on that
  // of submit when the queue is full. Must not throw, nor wait.
  using Done = std::function<void(std::exception_ptr)>;

  virtual ~Writer() = default;  // carries out what waits, then stops

  // A work that lost against another, or whose connection was lost before its commit, is run up to `attempts`
  // times.
  virtual void submit(Work work, Done done, int attempts) = 0;
  void submit(Work work, Done done) { submit(std::move(work), std::move(done), usual_attempts); }

  // Waits until it is on disk, or throws what `Done` would be told.
  void save(Work work);
};

struct WriterLimits {
  std::size_t waiting = 10000;  // works in the queue; more are refused with Failure::retry
  std::size_t group = 256;      // works that share one commit
};

// After a failure of the disk (Failure::gone) it refuses all further work: what the disk holds has to be read
// anew, by starting anew.
std::unique_ptr<Writer> group_writer(std::unique_ptr<Connection> connection, WriterLimits limits = {});

// `open` makes a connection for a thread, when it is first needed and after one was lost.
using OpenConnection = std::function<std::unique_ptr<Connection>()>;
std::unique_ptr<Writer> pool_writer(OpenConnection open, std::size_t connections, WriterLimits limits = {});

}  // namespace smm::store
