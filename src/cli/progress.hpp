// SPDX-License-Identifier: Apache-2.0
// Progress on standard error: one line, rewritten, only on a terminal and only once a second has passed.
#pragma once

#include <chrono>
#include <functional>
#include <ostream>
#include <string>

#include "cli/command.hpp"

namespace smm::cli {

class Progress {
 public:
  Progress(const Surroundings& around, std::string what)
      : around_(around), what_(std::move(what)), begin_(std::chrono::steady_clock::now()) {}

  std::function<void(std::size_t)> counter() {
    if (!around_.progress) return {};
    return [this](std::size_t count) { show(count); };
  }

  void end() {
    if (shown_) around_.err << "\r\033[K" << std::flush;
    shown_ = false;
  }

 private:
  void show(std::size_t count) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
    if (passed.count() < 1) return;
    shown_ = true;
    around_.err << "\r" << count << " " << what_ << ", "
                << static_cast<long>(static_cast<double>(count) / passed.count()) << " a second"
                << std::flush;
  }

  const Surroundings& around_;
  std::string what_;
  std::chrono::steady_clock::time_point begin_;
  bool shown_ = false;
};

}  // namespace smm::cli
