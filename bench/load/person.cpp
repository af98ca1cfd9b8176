// SPDX-License-Identifier: Apache-2.0
#include "load/person.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace smm::load {

Wakeups::Wakeups() : descriptor_(epoll_create1(EPOLL_CLOEXEC)) {
  if (descriptor_ < 0) throw std::runtime_error("no epoll");
}

Wakeups::~Wakeups() {
  close(descriptor_);
}

Person::Person(std::uint16_t port, const Wakeups& wakeups, std::size_t number)
    : port_(port), wakeups_(wakeups.descriptor()), number_(number) {
  connect_anew();
}

Person::~Person() {
  disconnect();
}

void Person::disconnect() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
}

// Waits for the connection, which takes no time on this machine; only then does the socket no longer wait.
void Person::connect_anew() {
  socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port_);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0)
    throw std::runtime_error("no connection to port " + std::to_string(port_));
  const int yes = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  watch(EPOLL_CTL_ADD, false);
}

void Person::watch(int operation, bool writable) {
  epoll_event event{};
  event.events = writable ? EPOLLIN | EPOLLOUT : EPOLLIN;
  event.data.u64 = number_;
  if (epoll_ctl(wakeups_, operation, socket_, &event) != 0) throw std::runtime_error("epoll_ctl failed");
}

void Person::reconnect() {
  disconnect();
  input_.clear();
  waiting_ = false;
  connect_anew();
}

std::string& Person::request() {
  output_.clear();
  sent_ = 0;
  return output_;
}

void Person::send(Clock::time_point begun) {
  begun_ = begun;
  waiting_ = true;
  const auto count = ::send(socket_, output_.data(), output_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count > 0) sent_ = static_cast<std::size_t>(count);
  if (sent_ < output_.size()) watch(EPOLL_CTL_MOD, true);  // a broken connection is found by reading
}

void Person::send_more() {
  const auto left = output_.size() - sent_;
  const auto count = ::send(socket_, output_.data() + sent_, left, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count > 0) sent_ += static_cast<std::size_t>(count);
  if (sent_ == output_.size()) watch(EPOLL_CTL_MOD, false);
}

bool Person::receive() {
  std::array<char, 32 * 1024> block;  // not cleared: it is filled at once
  const auto count = recv(socket_, block.data(), block.size(), MSG_DONTWAIT);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) return false;
  input_.append(block.data(), static_cast<std::size_t>(count));
  return true;
}

void Person::answered(std::size_t length, bool closing) {
  input_.erase(0, length);
  waiting_ = false;
  if (closing) reconnect();
}

}  // namespace smm::load
