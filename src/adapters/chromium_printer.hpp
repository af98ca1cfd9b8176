// SPDX-License-Identifier: Apache-2.0
// PdfPrinter on one Chromium child that is started with the first page and kept for the next ones, two at a
// time. A child that fails is ended, and the page is tried once more with a new one.
//
// Page numbers are the page's own (margin boxes of @page, which Chromium knows since 131): Chromium's footer
// costs a document for each page.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/chromium_child.hpp"
#include "app/pdf_printer.hpp"

namespace smm::adapters {

// Path of the program: what SMM_CHROMIUM names, or chromium, chromium-browser, google-chrome on PATH. Nothing
// when there is none.
std::optional<std::string> find_chromium(
    const std::function<std::optional<std::string>(const std::string& name)>& environment);

class ChromiumPrinter : public app::PdfPrinter {
 public:
  explicit ChromiumPrinter(std::optional<std::string> program) : program_(std::move(program)) {}

  base::Result<std::string> print(const std::string& html) override;
  std::size_t at_once() const override { return 2; }

 private:
  // A page of the child that prints one document after the other.
  struct Desk {
    std::shared_ptr<ChromiumChild> child;
    std::string target;
    std::string session;
    std::string frame;
    int printed = 0;
  };

  Desk take_desk();
  void give_back(Desk desk);
  std::shared_ptr<ChromiumChild> child_at_hand();
  void forget(const std::shared_ptr<ChromiumChild>& child);
  bool open_page(Desk& desk);
  std::optional<std::string> print_once(Desk& desk, const std::string& html);
  base::Result<std::string> print_at(Desk& desk, const std::string& html);

  std::optional<std::string> program_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::shared_ptr<ChromiumChild> child_;
  std::vector<Desk> idle_;
  std::size_t taken_ = 0;
};

}  // namespace smm::adapters
