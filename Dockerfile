FROM node:24-bookworm-slim AS explorer
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=optional
COPY . .
RUN npm run build-explorer

FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional
COPY tsconfig.json ./
COPY schema schema
COPY server server
COPY --from=explorer /app/client/explorer/dist client/explorer/dist
USER node
EXPOSE 4000
CMD ["node", "--import", "tsx", "server/main.ts"]
