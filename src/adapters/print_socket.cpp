// SPDX-License-Identifier: Apache-2.0
#include "adapters/print_socket.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/environment_error.hpp"

namespace smm::adapters {
namespace {

constexpr int waiting_askers = 64;

std::optional<sockaddr_un> address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path) return std::nullopt;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

const sockaddr* plain(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

Socket new_socket() {
  return Socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

bool is_ready(int descriptor, short event, SocketTime until) {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{descriptor, event, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

[[noreturn]] void cannot_listen(const std::string& path) {
  throw base::EnvironmentError("cannot listen at " + path + ": " + std::strerror(errno));
}

}  // namespace

Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Socket::~Socket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Socket connected_to(const std::string& path) {
  const auto address = address_of(path);
  Socket socket = new_socket();
  errno = address ? errno : ENAMETOOLONG;
  if (!address || !socket.ok() || ::connect(socket.descriptor(), plain(*address), sizeof *address) != 0)
    return Socket();
  return socket;
}

Socket listening_at(const std::string& path) {
  const auto address = address_of(path);
  if (!address) throw base::EnvironmentError("the name of a socket is too long, or empty: " + path);
  if (connected_to(path).ok()) throw base::EnvironmentError("somebody listens at " + path + " already");
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0 && S_ISSOCK(about.st_mode)) ::unlink(path.c_str());
  Socket socket = new_socket();
  const mode_t mask = ::umask(0177);  // from its first moment it is its owner's alone
  const bool bound = socket.ok() && ::bind(socket.descriptor(), plain(*address), sizeof *address) == 0;
  ::umask(mask);
  if (!bound || ::listen(socket.descriptor(), waiting_askers) != 0) cannot_listen(path);
  return socket;
}

bool send_all(const Socket& socket, std::string_view bytes, SocketTime until) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket.descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0)
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    else if (errno != EAGAIN && errno != EINTR)
      return false;
    else if (!is_ready(socket.descriptor(), POLLOUT, until))
      return false;
  }
  return true;
}

std::string receive_frame(const Socket& socket, FrameReader& reader, SocketTime until) {
  std::array<char, 65536> buffer;
  while (true) {
    if (!is_ready(socket.descriptor(), POLLIN, until)) return "nothing came in time";
    const ssize_t got = ::recv(socket.descriptor(), buffer.data(), buffer.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got <= 0) return "the other end is gone";
    const auto state = reader.take({buffer.data(), static_cast<std::size_t>(got)});
    if (state == FrameReader::State::refused) return std::string(reader.fault());
    if (state == FrameReader::State::whole) return "";
  }
}

}  // namespace smm::adapters
