# syntax=docker/dockerfile:1
# 24 is the current long-term-support line of Node.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Optional packages are the embedded Postgres, and the binaries of compilers the build needs: so all of them here.
RUN npm ci
COPY tsconfig.json tsconfig.build.json build.js ./
COPY src ./src
COPY adapters ./adapters
RUN npm run build

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No database engine inside: DATABASE_URL says where one is, and PushIn says so when it is missing.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.description="A Slack and Microsoft Teams bot that helps school therapists work inside the classroom."
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json LICENSE ./
COPY bin ./bin
COPY migrations ./migrations
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: Node itself must get the signal to stop.
CMD ["node", "bin/pushin.js", "start"]
