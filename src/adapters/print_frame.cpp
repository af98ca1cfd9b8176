// SPDX-License-Identifier: Apache-2.0
#include "adapters/print_frame.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace smm::adapters {
namespace {

constexpr std::string_view frame_mark = "SMP1";
constexpr std::size_t head_length = frame_mark.size() + 1 + 4;

std::size_t longest_of(FrameKind kind) {
  switch (kind) {
    case FrameKind::page:
      return longest_page;
    case FrameKind::pdf:
      return longest_pdf;
    case FrameKind::refusal:
      break;
  }
  return longest_refusal;
}

}  // namespace

std::string frame_of(FrameKind kind, std::string_view bytes) {
  SMM_ASSERT(bytes.size() <= longest_of(kind));
  std::string frame(frame_mark);
  frame += static_cast<char>(kind);
  for (const unsigned shift : {24U, 16U, 8U, 0U})
    frame += static_cast<char>(static_cast<unsigned char>((bytes.size() >> shift) & 0xFFU));
  return frame.append(bytes);
}

FrameReader::State FrameReader::refuse(std::string_view why) {
  fault_ = why;
  body_.clear();
  return State::refused;
}

// As much of it as is there; a wrong beginning is not waited out.
FrameReader::State FrameReader::check_head() {
  const std::string_view mark = std::string_view(head_).substr(0, frame_mark.size());
  if (!frame_mark.starts_with(mark)) return refuse("it does not begin as a frame does");
  if (head_.size() > frame_mark.size() && kinds_.find(head_[frame_mark.size()]) == std::string_view::npos)
    return refuse("a frame of this kind is not taken here");
  if (head_.size() < head_length) return State::more;
  length_ = 0;
  for (const char byte : head_.substr(frame_mark.size() + 1))
    length_ = (length_ << 8U) | static_cast<unsigned char>(byte);
  if (length_ > longest_of(kind())) return refuse("it is longer than what is taken here");
  return State::whole;
}

FrameReader::State FrameReader::take(std::string_view bytes) {
  if (!fault_.empty()) return State::refused;
  if (head_.size() < head_length) {
    const std::size_t piece = std::min(bytes.size(), head_length - head_.size());
    head_.append(bytes.substr(0, piece));
    bytes.remove_prefix(piece);
    if (const State state = check_head(); state != State::whole) return state;
  }
  if (bytes.size() > length_ - body_.size()) return refuse("it goes on after its end");
  body_.append(bytes);
  return body_.size() == length_ ? State::whole : State::more;
}

}  // namespace smm::adapters
