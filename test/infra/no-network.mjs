import net from 'node:net'

// Imported before a program, this ends it, and each Node program that it starts, as soon as one connects anywhere.
net.Socket.prototype.connect = () => {
  console.error('connected to the network')
  process.exit(9)
}
