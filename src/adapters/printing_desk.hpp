// SPDX-License-Identifier: Apache-2.0
// The other end of SocketPrinter: takes pages from a listening Unix socket and answers with what a PdfPrinter
// makes of them. Several at a time; who comes later waits in the socket's queue. A caller that sends slowly,
// sends what is no page, or goes away costs its own connection and nothing else.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>

#include "adapters/print_socket.hpp"
#include "app/pdf_printer.hpp"

namespace smm::adapters {

struct DeskLimits {
  std::size_t at_once = 4;                 // connections
  std::chrono::seconds page_time{20};      // for a page to come
  std::chrono::seconds answer_time{30};    // for the answer to be taken
  std::chrono::milliseconds idle_time{0};  // without a page the desk closes; 0: never
};

class PrintingDesk {
 public:
  PrintingDesk(Socket listening, app::PdfPrinter& printer, DeskLimits limits);

  // Until close(), or until it was idle for long. Gives how many pages were printed.
  std::int64_t serve();
  void close() { closed_ = true; }  // from another thread

 private:
  void attend();
  void answer(const Socket& caller);
  bool is_over() const;

  Socket listening_;
  app::PdfPrinter& printer_;
  DeskLimits limits_;
  std::atomic<bool> closed_ = false;
  std::atomic<std::int64_t> printed_ = 0;
  std::atomic<std::int64_t> attended_ = 0;  // callers that are being answered
  std::atomic<std::chrono::steady_clock::time_point> last_;
};

// The socket that systemd hands over (sd_listen_fds): descriptor 3, when LISTEN_PID is this process and
// LISTEN_FDS is 1. Not ok otherwise.
Socket handed_over_socket();

}  // namespace smm::adapters
