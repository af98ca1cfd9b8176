// SPDX-License-Identifier: Apache-2.0
#include "wiring/counted_printer.hpp"

#include <fmt/format.h>

namespace smm::wiring {

base::Result<std::string> CountedPrinter::print(const std::string& html) {
  {
    const std::lock_guard lock(mutex_);
    ++waiting_;
  }
  const auto begun = std::chrono::steady_clock::now();
  auto pdf = printer_->print(html);
  const auto time = std::chrono::steady_clock::now() - begun;
  const std::lock_guard lock(mutex_);
  --waiting_;
  ++(pdf ? printed_ : failed_);
  times_.add(std::chrono::duration_cast<std::chrono::microseconds>(time));
  return pdf;
}

void CountedPrinter::write(std::string& text) const {
  const std::lock_guard lock(mutex_);
  begin_family(text, "smm_prints_total", "counter", "Pages that were to be printed, by how it ended.");
  text += fmt::format("smm_prints_total{{end=\"done\"}} {}\nsmm_prints_total{{end=\"failed\"}} {}\n",
                      printed_, failed_);
  write_one(text, "smm_prints_waiting", "gauge", "Pages that wait or are being printed.", waiting_);
  times_.write_summary(text, "smm_print_seconds", "Time of a page, waiting included.");
}

}  // namespace smm::wiring
