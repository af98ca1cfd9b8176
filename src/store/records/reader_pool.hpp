// SPDX-License-Identifier: Apache-2.0
// Connections that read, one for each thread that reads at the same time, made when they are first needed and
// kept. Safe between threads.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/connection.hpp"
#include "store/writer.hpp"

namespace smm::store::records {

class ReaderPool {
 public:
  // Whoever comes when `most` read already waits for one of them.
  ReaderPool(OpenConnection open, std::size_t most) : open_(std::move(open)), free_places_(most) {}

  // Runs `work` in a transaction that sees one state of the database. A connection that was lost while it was
  // idle is replaced; one that fails under the work is not used again.
  void read(const std::function<void(Connection&)>& work);

 private:
  using Held = std::unique_ptr<Connection>;

  Held idle_connection();
  void give_back(Held connection);

  OpenConnection open_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::vector<Held> idle_;
  std::size_t free_places_;
};

}  // namespace smm::store::records
