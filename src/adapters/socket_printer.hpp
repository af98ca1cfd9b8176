// SPDX-License-Identifier: Apache-2.0
// PdfPrinter that asks an `smm print` over its Unix socket, a connection for each page. Whoever prints may
// run as another user and without network; the service then needs no Chromium of its own.
#pragma once

#include <chrono>
#include <string>

#include "app/pdf_printer.hpp"

namespace smm::adapters {

class SocketPrinter final : public app::PdfPrinter {
 public:
  // `patience` is for a page in all, time in the queue of the other side included.
  explicit SocketPrinter(std::string path, std::chrono::seconds patience = std::chrono::seconds(150))
      : path_(std::move(path)), patience_(patience) {}

  base::Result<std::string> print(const std::string& html) override;
  std::size_t at_once() const override { return 2; }

 private:
  std::string path_;
  std::chrono::seconds patience_;
};

}  // namespace smm::adapters
