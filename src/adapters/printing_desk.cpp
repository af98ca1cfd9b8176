// SPDX-License-Identifier: Apache-2.0
#include "adapters/printing_desk.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

namespace smm::adapters {
namespace {

constexpr int look_up_every = 200;  // milliseconds, to see whether it is over
constexpr int first_handed_over = 3;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Of a refusal as much as fits into its frame.
std::string answer_of(const base::Result<std::string>& pdf) {
  if (!pdf) return frame_of(FrameKind::refusal, pdf.problems().front().sentence.substr(0, longest_refusal));
  if (pdf->size() > longest_pdf) return frame_of(FrameKind::refusal, "The PDF is too long");
  return frame_of(FrameKind::pdf, *pdf);
}

// Lets the caller read the answer although it may still be sending: closing at once would cut it off.
void part_from(const Socket& caller, SocketTime until) {
  ::shutdown(caller.descriptor(), SHUT_WR);
  char rest[4096];
  while (std::chrono::steady_clock::now() < until) {
    pollfd waiting{caller.descriptor(), POLLIN, 0};
    if (::poll(&waiting, 1, look_up_every) <= 0) continue;
    if (::recv(caller.descriptor(), rest, sizeof rest, 0) <= 0) return;
  }
}

}  // namespace

PrintingDesk::PrintingDesk(Socket listening, app::PdfPrinter& printer, DeskLimits limits)
    : listening_(std::move(listening)),
      printer_(printer),
      limits_(limits),
      last_(std::chrono::steady_clock::now()) {
  ::fcntl(listening_.descriptor(), F_SETFL, O_NONBLOCK);
}

bool PrintingDesk::is_over() const {
  if (closed_) return true;
  const auto idle = std::chrono::steady_clock::now() - last_.load();
  return limits_.idle_time.count() > 0 && attended_ == 0 && idle > limits_.idle_time;
}

void PrintingDesk::answer(const Socket& caller) {
  FrameReader question = FrameReader::of_questions();
  const auto now = std::chrono::steady_clock::now;
  const std::string fault = receive_frame(caller, question, now() + limits_.page_time);
  std::string reply;
  if (fault.empty()) {
    const auto pdf = printer_.print(question.bytes());
    if (pdf) ++printed_;
    reply = answer_of(pdf);
  } else {
    reply = frame_of(FrameKind::refusal, "No page came: " + fault);
  }
  const SocketTime until = now() + limits_.answer_time;
  if (send_all(caller, reply, until) && !fault.empty()) part_from(caller, now() + std::chrono::seconds(1));
}

// Several wait at the one socket; who comes too late for a caller goes on waiting.
void PrintingDesk::attend() {
  while (!is_over()) {
    pollfd waiting{listening_.descriptor(), POLLIN, 0};
    if (::poll(&waiting, 1, look_up_every) <= 0) continue;
    ++attended_;
    const Socket caller(::accept4(listening_.descriptor(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (caller.ok()) {
      answer(caller);
      last_ = std::chrono::steady_clock::now();
    }
    --attended_;
  }
}

std::int64_t PrintingDesk::serve() {
  std::vector<std::thread> attendants;
  for (std::size_t i = 0; i < limits_.at_once; ++i) attendants.emplace_back([this] { attend(); });
  for (std::thread& attendant : attendants) attendant.join();
  return printed_;
}

Socket handed_over_socket() {
  const bool handed_over =
      variable("LISTEN_PID") == std::to_string(::getpid()) && variable("LISTEN_FDS") == "1";
  if (!handed_over || ::fcntl(first_handed_over, F_SETFD, FD_CLOEXEC) != 0) return Socket();
  return Socket(first_handed_over);
}

}  // namespace smm::adapters
