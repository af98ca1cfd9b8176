// SPDX-License-Identifier: Apache-2.0
// A Chromium without windows as a child process, spoken to through its descriptors 3 and 4 in the
// Chrome DevTools Protocol: one JSON text after the other, each ended by a zero byte. It opens no port, has a
// folder of its own that goes with it, and finds no host. Several threads may ask at once. Internal to
// adapters.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/document.hpp"

namespace smm::adapters {

class ChromiumChild {
 public:
  // Throws EnvironmentError when the program cannot be started.
  explicit ChromiumChild(const std::string& program);
  ~ChromiumChild();
  ChromiumChild(const ChromiumChild&) = delete;
  ChromiumChild& operator=(const ChromiumChild&) = delete;

  // The answer's `result`; nothing when the child is gone, refuses, or takes longer than `time`. `parameters`
  // is a JSON object; `session` says which page is meant and is empty for the browser itself.
  std::optional<base::Document> ask(std::string_view method, const std::string& parameters,
                                    const std::string& session, std::chrono::milliseconds time);

 private:
  using Time = std::chrono::steady_clock::time_point;

  bool send(std::string_view text, Time until);
  std::optional<base::Document> answer_to(const std::string& id, Time until);
  bool hear(std::unique_lock<std::mutex>& lock, Time until);
  std::optional<std::string> next_message(Time until);

  std::string folder_;
  pid_t child_ = -1;
  int to_child_ = -1;
  int from_child_ = -1;
  std::mutex sending_;
  long asked_ = 0;
  // One of those who wait reads for all.
  std::mutex hearing_;
  std::condition_variable heard_;
  bool somebody_reads_ = false;
  std::map<std::string, std::optional<base::Document>> awaited_;  // by id of what was asked
  std::string read_;  // what came and is not a whole message yet; of whoever reads
  std::size_t searched_ = 0;
};

}  // namespace smm::adapters
