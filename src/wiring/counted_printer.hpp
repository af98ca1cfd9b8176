// SPDX-License-Identifier: Apache-2.0
// A printer that counts pages: those that were printed, those that were not, and those that wait or are
// being printed. Safe between threads, as the printer behind it is.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "app/pdf_printer.hpp"
#include "wiring/time_counts.hpp"

namespace smm::wiring {

class CountedPrinter final : public app::PdfPrinter {
 public:
  explicit CountedPrinter(std::unique_ptr<app::PdfPrinter> printer) : printer_(std::move(printer)) {}

  base::Result<std::string> print(const std::string& html) override;
  std::size_t at_once() const override { return printer_->at_once(); }

  // As Prometheus reads it.
  void write(std::string& text) const;

 private:
  std::unique_ptr<app::PdfPrinter> printer_;
  mutable std::mutex mutex_;
  std::int64_t waiting_ = 0;
  std::uint64_t printed_ = 0;
  std::uint64_t failed_ = 0;
  TimeCounts times_;
};

}  // namespace smm::wiring
