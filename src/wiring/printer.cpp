// SPDX-License-Identifier: Apache-2.0
#include "wiring/printer.hpp"

#include <cstdlib>
#include <ostream>
#include <thread>

#include "adapters/chromium_printer.hpp"
#include "adapters/printing_desk.hpp"
#include "adapters/socket_printer.hpp"
#include "wiring/problems.hpp"
#include "wiring/signals.hpp"

namespace smm::wiring {
namespace {

constexpr std::string_view unix_socket_prefix = "unix:";

base::Result<adapters::Socket> socket_of(const std::string& listen) {
  if (const auto path = socket_path_in(listen)) return adapters::listening_at(*path);
  adapters::Socket handed_over = adapters::handed_over_socket();
  if (listen.empty() && handed_over.ok()) return handed_over;
  return base::Problem(problem::no_print_socket,
                       "Name a socket with --listen unix:PATH, or let systemd hand one over");
}

// Ends with the desk, whichever of the two comes first.
class EndingSignal {
 public:
  explicit EndingSignal(adapters::PrintingDesk& desk)
      : waiting_([&desk] {
          wait_for_ending_signal();
          desk.close();
        }) {}
  EndingSignal(const EndingSignal&) = delete;
  EndingSignal& operator=(const EndingSignal&) = delete;
  ~EndingSignal() {
    give_ending_signal();
    waiting_.join();
  }

 private:
  std::thread waiting_;
};

}  // namespace

std::optional<std::string> variable_of_this_process(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

std::optional<std::string> socket_path_in(const std::string& setting) {
  if (!setting.starts_with(unix_socket_prefix)) return std::nullopt;
  return setting.substr(unix_socket_prefix.size());
}

std::unique_ptr<app::PdfPrinter> printer_of(const std::string& setting, const Environment& environment) {
  if (const auto path = socket_path_in(setting)) return std::make_unique<adapters::SocketPrinter>(*path);
  return std::make_unique<adapters::ChromiumPrinter>(adapters::find_chromium(environment));
}

base::Result<std::int64_t> LocalPrintServer::serve(const app::PrintServerSettings& settings,
                                                   std::ostream& log) const {
  auto socket = socket_of(settings.listen);
  if (!socket) return std::move(socket).problems();
  block_ending_signals();
  const auto program = adapters::find_chromium(environment_);
  log << (program ? "Printing with " + *program : "There is no Chromium: every page will be refused") << '\n'
      << std::flush;
  adapters::ChromiumPrinter printer(program);
  adapters::DeskLimits limits;
  limits.idle_time = std::chrono::seconds(settings.idle_seconds);
  adapters::PrintingDesk desk(std::move(*socket), printer, limits);
  const EndingSignal ending(desk);
  return desk.serve();
}

}  // namespace smm::wiring
