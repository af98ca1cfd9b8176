// SPDX-License-Identifier: Apache-2.0
// Processes of `smm serve` on one installation, as an office runs them, and what they and their database use.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "child_process.hpp"

namespace smm::bench {

// Where an installation is: words of `smm serve` that say so.
struct Place {
  std::string name;                // "SQLite", "PostgreSQL"
  std::vector<std::string> words;  // {"--data", "…"}
};

struct Use {
  double cpu_seconds = 0;  // user and system, since they began
  double megabytes = 0;    // resident now
};

class ServedProcesses {
 public:
  // Ready to be asked afterwards. Throws std::runtime_error when one does not start.
  ServedProcesses(const std::string& program, const Place& place, std::size_t count);

  const std::vector<std::uint16_t>& ports() const { return ports_; }
  Use use() const;  // of all together

 private:
  std::vector<std::unique_ptr<test::ChildProcess>> processes_;
  std::vector<std::uint16_t> ports_;
};

// Of a process and of all whose parent it is: a PostgreSQL server with its backends. Memory is what no other
// process shares, so that buffers are not counted once for each backend.
Use use_of_family(int process);

}  // namespace smm::bench
