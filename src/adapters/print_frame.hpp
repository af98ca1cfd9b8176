// SPDX-License-Identifier: Apache-2.0
// What a server and an `smm print` say to each other over a Unix stream socket: one question, one answer,
// then the connection ends.
//
// A frame is "SMP1", a byte for its kind, the length of what follows as four bytes (the highest first), and
// that many bytes. The question is a page (HTML in UTF-8); the answer is a PDF, or a refusal in words. What
// is no frame, is longer than allowed, or goes on after its end is refused as soon as it is seen. Pure: bytes
// in, frames out; internal to adapters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::adapters {

enum class FrameKind : char { page = 'H', pdf = 'P', refusal = 'N' };

inline constexpr std::size_t longest_page = std::size_t{32} << 20;
inline constexpr std::size_t longest_pdf = std::size_t{128} << 20;
inline constexpr std::size_t longest_refusal = 2000;

std::string frame_of(FrameKind kind, std::string_view bytes);

// Reads one frame, in whatever pieces it comes.
class FrameReader {
 public:
  enum class State : std::uint8_t { more, whole, refused };

  // Of the two kinds that may come; pages are the one question, PDF and refusal the answers.
  static FrameReader of_questions() { return FrameReader("H"); }
  static FrameReader of_answers() { return FrameReader("PN"); }

  State take(std::string_view bytes);

  // Of a frame that is whole.
  FrameKind kind() const { return static_cast<FrameKind>(head_[4]); }
  const std::string& bytes() const { return body_; }
  // Why it was refused.
  std::string_view fault() const { return fault_; }

 private:
  explicit FrameReader(std::string_view kinds) : kinds_(kinds) {}

  State refuse(std::string_view why);
  State check_head();

  std::string_view kinds_;
  std::string head_;
  std::string body_;
  std::size_t length_ = 0;
  std::string_view fault_;
};

}  // namespace smm::adapters
