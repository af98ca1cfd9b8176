// SPDX-License-Identifier: Apache-2.0
// Who prints: a Chromium of this process, or an `smm print` on a socket; and that `smm print` itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/pdf_printer.hpp"
#include "app/print_server.hpp"

namespace smm::wiring {

using Environment = std::function<std::optional<std::string>(const std::string& name)>;

std::optional<std::string> variable_of_this_process(const std::string& name);

// `setting` is that of the service: "unix:PATH", or empty.
std::unique_ptr<app::PdfPrinter> printer_of(const std::string& setting, const Environment& environment);

// "/run/smm-print.sock" of "unix:/run/smm-print.sock"; nothing of what does not begin so.
std::optional<std::string> socket_path_in(const std::string& setting);

class LocalPrintServer final : public app::PrintServer {
 public:
  explicit LocalPrintServer(Environment environment) : environment_(std::move(environment)) {}

  base::Result<std::int64_t> serve(const app::PrintServerSettings& settings,
                                   std::ostream& log) const override;

 private:
  Environment environment_;
};

}  // namespace smm::wiring
