// SPDX-License-Identifier: Apache-2.0
#include "adapters/socket_printer.hpp"

#include <cerrno>
#include <cstring>

#include "adapters/print_socket.hpp"
#include "app/problems.hpp"

namespace smm::adapters {
namespace {

base::Problem not_printed(std::string sentence) {
  return base::Problem(app::problem::printing_failed, std::move(sentence));
}

// Words that come from another process: one line of what can be shown.
std::string shown_words(std::string words) {
  for (char& c : words)
    if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126) c = ' ';
  return words;
}

base::Result<std::string> answered(const FrameReader& answer) {
  if (answer.kind() == FrameKind::refusal) return not_printed(shown_words(answer.bytes()));
  if (!answer.bytes().starts_with("%PDF-")) return not_printed("What was printed is no PDF");
  return answer.bytes();
}

}  // namespace

base::Result<std::string> SocketPrinter::print(const std::string& html) {
  if (html.size() > longest_page) return not_printed("The page is too long to be printed");
  const SocketTime until = std::chrono::steady_clock::now() + patience_;
  const Socket socket = connected_to(path_);
  if (!socket.ok()) return not_printed("Nobody prints at " + path_ + ": " + std::strerror(errno));
  // Whoever refuses says why, also to one that is still sending.
  const bool sent = send_all(socket, frame_of(FrameKind::page, html), until);
  FrameReader answer = FrameReader::of_answers();
  const std::string fault = receive_frame(socket, answer, until);
  if (fault.empty()) return answered(answer);
  return not_printed("No PDF came from " + path_ + ": " + (sent ? fault : "it did not take the page"));
}

}  // namespace smm::adapters
